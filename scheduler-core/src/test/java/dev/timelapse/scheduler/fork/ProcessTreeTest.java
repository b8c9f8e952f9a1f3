package dev.timelapse.scheduler.fork;

import static dev.timelapse.scheduler.fork.Scripts.LONG;
import static dev.timelapse.scheduler.fork.Scripts.assertGone;
import static dev.timelapse.scheduler.fork.Scripts.sh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.TimeSource;
import dev.timelapse.scheduler.fork.ForkOutcome.TimedOut;
import java.io.BufferedReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Processes that are ended. The consumer runs on the thread that waits: when a script says that it
 * is ready, the thread interrupts itself.
 */
@Timeout(300)
class ProcessTreeTest {

  /** Expected to pass: what is ended here does not end when asked to. */
  private static final Duration SHORT = Duration.ofMillis(200);

  private final List<String> lines = new ArrayList<>();

  @Test
  void process_isAskedToEnd_mayDoSoInItsOwnWay() {
    ForkedTask task = sh("trap 'echo bye; exit 0' TERM", "sleep 600 & echo $!", "echo ready; wait");

    interruptWhenReady(task);

    assertThat(lines).hasSize(3).endsWith("ready", "bye");
    assertGone(lines.subList(0, 1));
  }

  @Test
  void process_ignoresBeingAsked_isKilled() {
    ForkedTask task =
        sh("trap '' TERM", "echo $$", "echo ready", "while :; do sleep 1; done").grace(SHORT);

    interruptWhenReady(task);

    assertThat(lines).hasSize(2);
    assertGone(lines.subList(0, 1));
  }

  @Test
  void process_hasNoGrace_isNotAsked() {
    ForkedTask task =
        sh("trap 'echo asked' TERM", "echo ready", "while :; do sleep 1; done")
            .grace(Duration.ZERO);

    interruptWhenReady(task);

    assertThat(lines).containsExactly("ready");
  }

  @Test
  void process_hasChildrenAndGrandchildren_isEndedWithThem() {
    ForkedTask task =
        sh(
            "echo $$",
            "sleep 600 & echo $!",
            "sh -c 'echo $$; sleep 600 & echo $!; echo ready; wait' &",
            "wait");

    interruptWhenReady(task);

    assertThat(lines).hasSize(5);
    assertGone(lines.subList(0, 4));
  }

  @Test
  void childrenThatIgnoreBeingAsked_ofAProcessThatDoesNot_areKilled() {
    ForkedTask task =
        sh("(trap '' TERM; exec sleep 600) & echo $!", "echo ready", "wait").grace(SHORT);

    interruptWhenReady(task);

    assertGone(lines.subList(0, 1));
  }

  @Test
  void process_hasOffspringWhenAskedToEnd_isEndedWithItAndGraceIsCutByAnInterrupt()
      throws Exception {
    Process process =
        new ProcessBuilder(
                "sh",
                "-c",
                """
                trap '(trap "" TERM; exec sleep 600) & echo $!' TERM
                echo ready
                while :; do sleep 600 & wait; done
                """)
            .start();
    Thread ending = Thread.currentThread();
    try (BufferedReader output = process.inputReader()) {
      lines.add(output.readLine());
      FutureTask<String> offspring =
          new FutureTask<>(
              () -> {
                String pid = output.readLine();
                ending.interrupt();
                return pid;
              });
      new Thread(offspring, "reader").start();

      new ProcessTree(process.toHandle()).end(LONG);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(lines).containsExactly("ready");
      assertGone(List.of(offspring.get(), Long.toString(process.pid())));
    }
  }

  @Test
  void process_overrunsItsTimeLimit_isEndedWithItsDescendants() throws Exception {
    ForkResult result =
        sh("sleep 600 & echo $!; wait")
            .timeLimit(Duration.ofMillis(500))
            .output(lines::add)
            .await();

    assertThat(result.outcome()).isEqualTo(new TimedOut(Duration.ofMillis(500)));
    lines.forEach(pid -> assertGone(List.of(pid)));
  }

  @Test
  void schedulersThread_isInterruptedWhileItsTaskWaits_endsTheProcessAndThenRun() {
    List<Throwable> failures = new ArrayList<>();
    ForkedTask task = sh("sleep 600 & echo $!; echo ready; wait").output(this::interruptIfReady);
    try (Scheduler scheduler = Scheduler.using(TimeSource.system()).build()) {
      scheduler.after(
          Duration.ZERO,
          () -> {
            try {
              task.run();
            } catch (InterruptedException e) {
              failures.add(e);
              throw e;
            }
          });
      scheduler.after(Duration.ofDays(1), () -> {});

      assertThatExceptionOfType(InterruptedException.class).isThrownBy(scheduler::run);

      assertThat(scheduler.pending()).hasSize(1);
    }
    assertThat(failures)
        .singleElement()
        .satisfies(
            e ->
                assertThat(e)
                    .hasMessage("interrupted while waiting for sh, whose process tree was ended"));
    assertGone(lines.subList(0, 1));
  }

  private void interruptWhenReady(ForkedTask task) {
    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(task.output(this::interruptIfReady)::await);
    assertThat(Thread.interrupted()).isFalse();
  }

  private void interruptIfReady(String line) {
    lines.add(line);
    if (line.equals("ready")) {
      Thread.currentThread().interrupt();
    }
  }
}
