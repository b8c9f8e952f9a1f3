package dev.timelapse.scheduler.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Real processes for tests. */
final class Scripts {

  /** Longer than any test takes: what needs this to pass fails. */
  static final Duration LONG = Duration.ofMinutes(5);

  private Scripts() {}

  /** A shell script that may run for long, and takes its time to end. */
  static ForkedTask sh(String... lines) {
    return ForkedTask.command("sh", "-c", String.join("\n", lines)).timeLimit(LONG).grace(LONG);
  }

  /** Fails unless the processes have ended; each line is the number of one. */
  static void assertGone(List<String> pids) {
    assertThat(pids).isNotEmpty().noneMatch(Scripts::isLiving);
  }

  static boolean isLiving(String pid) {
    return ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive).isPresent()
        && !isZombie(pid);
  }

  /** Its parent may be slow to notice that it is dead. */
  private static boolean isZombie(String pid) {
    try (Stream<String> status = Files.lines(Path.of("/proc", pid, "status"))) {
      return status.anyMatch(line -> line.matches("State:\\s+Z.*"));
    } catch (IOException e) {
      return true;
    }
  }
}
