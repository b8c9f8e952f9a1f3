package dev.timelapse.samples.bugs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadmeTest {

  private static final Pattern ADDRESS = Pattern.compile("<a href=\"(.*?)\"");

  @ParameterizedTest
  @ValueSource(
      strings = {"checkthenact.BuggyCheckThenActTestCase", "failover.BuggyFailoverTestCase"})
  void accountInTheReadme_isWhatIsPrinted(String fixture) throws IOException {
    assertThat(readme()).contains(codeBlock(Gallery.failureOf(fixture)));
  }

  @Test
  void threadsThatTheCodeNames_areThoseOfTheReadme() throws IOException {
    List<String> addresses = addressesInTheCode();

    assertThat(addresses).hasSize(12);
    assertThat(readme()).contains(addresses.stream().map(each -> "](" + each + ")").toList());
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }

  private static String codeBlock(String text) {
    return text.strip().lines().map(String::stripTrailing).collect(joining("\n", "```\n", "\n```"));
  }

  private static List<String> addressesInTheCode() throws IOException {
    List<String> addresses = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        ADDRESS
            .matcher(Files.readString(file))
            .results()
            .map((MatchResult match) -> match.group(1))
            .forEach(addresses::add);
      }
    }
    return addresses;
  }
}
