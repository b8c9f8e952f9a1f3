package dev.timelapse.samples.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class HousekeepingMainTest {

  /** What a process ends with that was ended by signal 15. */
  private static final int ENDED_BY_SIGTERM = 128 + 15;

  @TempDir Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void exampleThatIsShipped_checked_isRight() {
    assertThat(execute("--check", "src/main/config/housekeeping.yaml")).isZero();

    assertThat(out)
        .hasToString(
            "src/main/config/housekeeping.yaml is right: 4 nodes, 1 of them spares; 2 services;"
                + " copies to 2 sites, at 02:00 every day, Europe/Berlin time; report at 06:00 on"
                + " the 1st of each month, Europe/Berlin time\n");
  }

  @Test
  void demoThatIsShipped_checked_isWhatTheReadmeShows() throws Exception {
    assertThat(execute("--check", "src/main/config/demo.yaml")).isZero();

    assertThat(Path.of("README.md"))
        .content()
        .contains("samples/cluster-housekeeping/" + out.toString().strip());
  }

  @Test
  void brokenFile_run_startsNothingAndTellsAll() throws Exception {
    Path file = Files.writeString(directory.resolve("c.yaml"), "zone: here\nnodes: 3\n");

    assertThat(execute(file.toString())).isEqualTo(2);

    assertThat(err.toString().lines())
        .containsExactly(
            file + ":1:1: stateDirectory: is missing",
            file + ":1:1: services: is missing",
            file + ":1:7: zone: \"here\": must be a time zone such as Europe/Berlin or UTC",
            file + ":2:8: nodes: must be a list of at least one item, not \"3\"");
    assertThat(directory).isDirectoryNotContaining("glob:**.csv");
  }

  @Test
  void noSuchFile_run_saysSo() {
    Path file = directory.resolve("missing.yaml");

    assertThat(execute(file.toString())).isEqualTo(2);

    assertThat(err).hasToString("there is no file " + file + "\n");
  }

  @Test
  void noArgument_run_showsTheUsage() {
    assertThat(execute()).isEqualTo(2);

    assertThat(err.toString()).contains("Missing required parameter: 'CONFIG'", "Usage:");
  }

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void process_toldToEnd_endsAfterItsTaskAndHasKeptItsState() throws Exception {
    try (LoopbackNode node = LoopbackNode.onPort(0)) {
      Path file =
          Files.writeString(
              directory.resolve("c.yaml"),
              """
              stateDirectory: state
              probe: {period: PT0.05S}
              nodes: [{name: one, address: "127.0.0.1:%d"}]
              services: [{name: web, replicas: 1}]
              """
                  .formatted(node.port()));
      Process process =
          new ProcessBuilder(
                  System.getProperty("java.home") + "/bin/java",
                  "-Xmx64m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  HousekeepingMain.class.getName(),
                  file.toString())
              .redirectErrorStream(true)
              .start();
      try (BufferedReader log = process.inputReader()) {
        awaitLine(log, "web has a replica on one");
        process.toHandle().destroy();

        awaitLine(log, "told to end");
        awaitLine(log, "ended");
        assertThat(process.waitFor()).isEqualTo(ENDED_BY_SIGTERM);
      } finally {
        process.destroyForcibly();
      }
    }
    assertThat(directory.resolve("state/inventory.csv")).hasContent("service,node\nweb,one\n");
  }

  private static void awaitLine(BufferedReader log, String end) throws Exception {
    String line = log.readLine();
    while (line != null && !line.endsWith(end)) {
      line = log.readLine();
    }
    assertThat(line).as("the line that ends in \"%s\"", end).isNotNull();
  }

  private int execute(String... args) {
    return new CommandLine(new HousekeepingMain())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }
}
