package dev.timelapse.scheduler.fork;

import static dev.timelapse.scheduler.fork.Scripts.assertGone;
import static dev.timelapse.scheduler.fork.Scripts.sh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.scheduler.Firing;
import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.SchedulerListener;
import dev.timelapse.scheduler.TimeSource;
import dev.timelapse.scheduler.fork.ForkOutcome.Cancelled;
import dev.timelapse.scheduler.fork.ForkOutcome.Exited;
import dev.timelapse.scheduler.fork.ForkOutcome.NotStarted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real processes that nobody waits for, on a scheduler that this thread drives. */
@Timeout(300)
class StartedForkTest {

  private final Scheduler scheduler = Scheduler.using(TimeSource.system()).build();
  private final List<String> seen = new ArrayList<>();
  private final List<RunningFork> forks = new ArrayList<>();

  @AfterEach
  void close() {
    scheduler.close();
  }

  @Test
  void process_isStarted_schedulerGoesOnAndHearsOfItOnItsOwnThread() throws Exception {
    Thread driver = Thread.currentThread();
    List<Thread> threads = new ArrayList<>();
    ForkedTask task =
        sh("echo one; echo two; exit 4")
            .output(
                line -> {
                  seen.add(line);
                  threads.add(Thread.currentThread());
                });

    scheduler.after(
        Duration.ZERO,
        () -> {
          start(task, result -> threads.add(Thread.currentThread()));
          seen.add("started");
        });
    scheduler.run();

    assertThat(seen).containsExactly("started", "one", "two", "exited with 4");
    assertThat(threads).hasSize(3).containsOnly(driver);
  }

  @Test
  void process_isCancelled_isEndedWithItsTreeAndSaysSo() throws Exception {
    List<Boolean> cancelled = new ArrayList<>();
    ForkedTask task =
        sh("trap 'echo bye; exit 0' TERM", "sleep 600 & echo $!", "echo ready; wait")
            .output(
                line -> {
                  seen.add(line);
                  if (line.equals("ready")) {
                    cancelled.add(forks.get(0).cancel());
                    cancelled.add(forks.get(0).cancel());
                  }
                });

    start(task, result -> {});
    scheduler.run();

    assertThat(cancelled).containsExactly(true, false);
    assertThat(seen).hasSize(4).endsWith("ready", "bye", new Cancelled().toString());
    assertGone(seen.subList(0, 1));
  }

  @Test
  void process_hasEnded_cannotBeCancelled() throws Exception {
    List<Boolean> cancelled = new ArrayList<>();

    start(sh("exit 0"), result -> cancelled.add(forks.get(0).cancel()));
    scheduler.run();

    assertThat(cancelled).containsExactly(false);
    assertThat(seen).containsExactly(new Exited(0).toString());
  }

  @Test
  void program_isNotFound_isAnOutcomeLikeOthers() throws Exception {
    List<ForkOutcome> outcomes = new ArrayList<>();

    start(ForkedTask.command("/no/such/program"), result -> outcomes.add(result.outcome()));
    scheduler.run();

    assertThat(outcomes).singleElement().isInstanceOf(NotStarted.class);
  }

  @Test
  void consumer_throws_outcomeComesAndItsEventFails() throws Exception {
    List<Throwable> failures = new ArrayList<>();
    scheduler.addListener(
        new SchedulerListener() {
          @Override
          public void failed(Firing firing, Throwable cause) {
            failures.add(cause);
          }
        });
    ForkedTask task =
        sh("echo a; echo b")
            .output(
                line -> {
                  seen.add(line);
                  throw new IllegalStateException("not " + line);
                });

    start(task, result -> {});
    scheduler.run();

    assertThat(seen).containsExactly("a", "exited with 0");
    assertThat(failures).singleElement().satisfies(e -> assertThat(e).hasMessage("not a"));
  }

  private void start(ForkedTask task, Consumer<ForkResult> then) {
    forks.add(
        task.start(
            scheduler,
            result -> {
              then.accept(result);
              seen.add(result.outcome().toString());
              scheduler.close();
            }));
  }
}
