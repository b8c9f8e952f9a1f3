package dev.timelapse.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the README shows is what is compiled and run. */
class ReadmeTest {

  @Test
  void testToCopy_isTheOneThatRuns() throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));
    String source =
        Files.readString(Path.of("src/test/java/dev/timelapse/usage/OffsiteBackupTest.java"));

    String shown = readme.substring(readme.indexOf("```java\n") + 8);
    shown = shown.substring(0, shown.indexOf("```"));

    assertThat(source).isEqualTo("package dev.timelapse.usage;\n\n" + shown);
  }
}
