package dev.timelapse.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real processes that are told to end while a task runs. */
@Timeout(300)
class ShutdownHookTest {

  /** What a JVM exits with that was told to end by SIGTERM: 128 and the signal's number. */
  private static final int TERMINATED = 143;

  private Process process;

  @Test
  void sigterm_whileATaskRuns_waitsForItsEnd() throws Exception {
    List<String> lines = startAndTerminate("ends", "PT4M");

    assertThat(lines)
        .containsExactly(
            "task ended", "left: one-shot: task of DaemonMain", "left: nightly", "closed");
    assertThat(process.waitFor()).isEqualTo(TERMINATED);
  }

  @Test
  void sigterm_whileATaskHangs_interruptsItAfterTheLimit() throws Exception {
    List<String> lines = startAndTerminate("hangs", "PT0.2S");

    // The interrupted task and the hook end side by side, and the JVM waits for the hook alone.
    assertThat(lines)
        .containsSubsequence("left: one-shot: task of DaemonMain", "left: nightly", "closed")
        .filteredOn(line -> !line.startsWith("left: ") && !line.equals("closed"))
        .isSubsetOf("failed: InterruptedException");
    assertThat(process.waitFor()).isEqualTo(TERMINATED);
  }

  @Test
  void exit_byATask_endsAfterTheLimitWithItsStatus() throws Exception {
    start("exits", "PT0.2S");
    try (BufferedReader output = process.inputReader()) {
      assertThat(said(output))
          .containsExactly("left: one-shot: task of DaemonMain", "left: nightly", "closed");
    }
    assertThat(process.waitFor()).isEqualTo(7);
  }

  /** Answers what the process says after it was told to end. */
  private List<String> startAndTerminate(String task, String limit) throws Exception {
    start(task, limit);
    try (BufferedReader output = process.inputReader()) {
      assertThat(output.readLine()).isEqualTo(DaemonMain.MARK + "ready");
      process.toHandle().destroy();
      return said(output);
    }
  }

  private static List<String> said(BufferedReader output) {
    return output
        .lines()
        .filter(line -> line.startsWith(DaemonMain.MARK))
        .map(line -> line.substring(DaemonMain.MARK.length()))
        .toList();
  }

  private void start(String task, String limit) throws Exception {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DaemonMain.class.getName(),
                task,
                limit)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
  }
}
