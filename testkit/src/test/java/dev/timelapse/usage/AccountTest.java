package dev.timelapse.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.timelapse.testkit.TimelineAccount;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What is printed when a test fails. */
class AccountTest {

  private static final Path FILE =
      Path.of(
          "target/timelapse/dev.timelapse.usage.MissedCopyTestCase.storeDownAtNight_copyIsNeverTooOld.jsonl");

  private final Throwable failure = failureOfTheFixture();
  private final String printed = printed(failure);

  private static Throwable failureOfTheFixture() {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(MissedCopyTestCase.class))
        .execute()
        .testEvents()
        .failed()
        .stream()
        .findFirst()
        .orElseThrow()
        .getRequiredPayload(TestExecutionResult.class)
        .getThrowable()
        .orElseThrow();
  }

  private static String printed(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  @Test
  void failure_endsWithTheAccountThatTheReadmeShows() throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));
    String marker = "<!-- account -->\n```\n";
    String shown = readme.substring(readme.indexOf(marker) + marker.length());
    shown = shown.substring(0, shown.indexOf("\n```"));

    assertThat(printed).endsWith("Suppressed: " + shown + "\n");
  }

  @Test
  void brokenCheck_pointsToWhereItWasDeclared() {
    assertThat(failure).hasMessageStartingWith("Check \"copy of the last 25 hours\" does not hold");
    assertThat(failure.getStackTrace()[0].getClassName())
        .isEqualTo(MissedCopyTestCase.class.getName());
  }

  @Test
  void account_fitsATerminal_andHasNothingThatBreaksAReport() {
    String account = failure.getSuppressed()[0].getMessage();

    assertThat(failure.getSuppressed()).hasOnlyElementsOfType(TimelineAccount.class);
    assertThat(account.lines())
        .filteredOn(line -> !line.contains(FILE.toString()))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    assertThat(account.codePoints())
        .allMatch(c -> c == '\n' || (c >= ' ' && !Character.isISOControl(c)));
  }

  @Test
  void wholeRecording_isInTheFileThatTheAccountNames() throws IOException {
    List<String> lines = Files.readAllLines(FILE);

    assertThat(printed).contains("\n    " + FILE + "\n");
    assertThat(lines.get(0)).contains("\"zone\":\"Europe/Berlin\"");
    assertThat(lines.get(1)).contains("\"number\":0,", "\"lane\":\"scheduler\"");
    assertThat(lines).last().asString().contains("\"kind\":\"check\"");
    assertThat(printed).contains(String.format("%,d entries in", lines.size() - 1));
  }
}
