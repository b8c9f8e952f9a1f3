package dev.timelapse.scheduler.fork;

import static dev.timelapse.scheduler.fork.Scripts.assertGone;
import static dev.timelapse.scheduler.fork.Scripts.sh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.TimeSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What misbehaving processes leave behind: nothing, neither a process nor a thread. */
@Timeout(300)
class ForkLeaksTest {

  private final List<String> lines = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exit 0",
        "exit 3",
        "kill -9 $$",
        "yes | head -c 5000000",
        "trap '' TERM; while :; do sleep 1; done",
        "yes & yes & wait",
        "(trap '' TERM; exec sleep 600) & sleep 600",
        "sh -c 'sleep 600 & sleep 600 & wait' & wait"
      })
  void process_ofAnyKind_leavesNoThreadAndNoProcess(String script) throws Exception {
    ForkedTask task =
        sh(script)
            .named("leaks of " + script)
            .timeLimit(Duration.ofMillis(300))
            .grace(Duration.ofMillis(100))
            .output(line -> {});

    task.await();

    awaitEnd(threadsOf(task));
    assertThat(living()).isEmpty();
  }

  @Test
  void processes_thatCannotBeStarted_leaveNoThread() throws Exception {
    ForkedTask missing = ForkedTask.command("/no/such/program").named("missing");
    ForkedTask lost = sh("exit 0").directory(Path.of("/no/such/directory")).named("lost");

    missing.await();
    lost.await();

    assertThat(threadsOf(missing)).isEmpty();
    assertThat(threadsOf(lost)).isEmpty();
  }

  @Test
  void grandchildThatHeldTheOutput_whenItEnds_letsTheThreadGo() throws Exception {
    ForkedTask task =
        sh("sleep 600 & echo $!; sleep 0.2; exit 0").named("holder").output(lines::add);

    task.await();

    // Nobody can interrupt the reading of a pipe: a thread in it stays for as long as it is held.
    List<Thread> readers = threadsOf(task);
    assertThat(readers).hasSizeLessThanOrEqualTo(1).allMatch(Thread::isDaemon);
    ProcessHandle.of(Long.parseLong(lines.get(0))).orElseThrow().destroyForcibly();
    awaitEnd(readers);
  }

  @Test
  void startedProcesses_endedAndCancelled_leaveNoThreadAndNoProcess() throws Exception {
    ForkedTask brief = sh("echo $$; exit 1").named("brief").output(lines::add);
    ForkedTask endless = sh("echo $$; sleep 600").named("endless").output(lines::add);
    List<Thread> threads = new ArrayList<>();
    Scheduler scheduler = Scheduler.using(TimeSource.system()).build();
    RunningFork running = endless.start(scheduler, result -> scheduler.close());
    brief.start(scheduler, result -> running.cancel());
    threads.addAll(threadsOf(brief));
    threads.addAll(threadsOf(endless));
    scheduler.run();

    assertThat(threads).isNotEmpty();
    awaitEnd(threads);
    assertGone(lines);
    assertThat(living()).isEmpty();
  }

  /** Returns once all have ended, which they do by themselves. */
  private static void awaitEnd(List<Thread> threads) throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** The threads that read from a process or wait for it are called after it. */
  private static List<Thread> threadsOf(ForkedTask task) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().endsWith(" " + task))
        .toList();
  }

  /** Returns the processes that this JVM has started, and theirs. */
  private static List<String> living() {
    try (Stream<ProcessHandle> descendants = ProcessHandle.current().descendants()) {
      return descendants
          .map(ProcessHandle::pid)
          .map(String::valueOf)
          .filter(Scripts::isLiving)
          .toList();
    }
  }
}
