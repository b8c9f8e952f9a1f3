package dev.timelapse.testkit;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.Task;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Threads that a timeline does not know: what they may do on it is safe, the rest is refused. */
class ForeignThreadsTest {

  private final Timeline time =
      Timeline.startingAt(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
  private final List<String> log = new ArrayList<>();

  @AfterEach
  void close() {
    time.allow(Leftover.PENDING_ONE_SHOTS, Leftover.WAITING_TASKS);
    time.close();
  }

  @Test
  void timeIsAdvanced_whatWouldBeLeftToChanceIsRefused() {
    Future<?> strand = time.strand("sleeper", () -> time.sleep(ofHours(2)));
    Runnable mock = time.mockOutside(Runnable.class, "pager");
    Map<String, Task> actions = new LinkedHashMap<>();
    actions.put("pending", time::pending);
    actions.put("isIdle", time::isIdle);
    actions.put("note", () -> time.note("here I am"));
    actions.put("entries", () -> time.recording().entries());
    actions.put("firingCount", () -> time.recording().firingCount());
    actions.put("fingerprint", () -> time.recording().fingerprint());
    actions.put("lastPage", () -> time.recording().lastPage(10));
    actions.put("draw", () -> time.draw("dice", 6));
    actions.put("random", () -> time.random("dice").nextLong());
    actions.put("values", () -> time.choices().values());
    actions.put("at", () -> time.at("P1D", () -> {}));
    actions.put("after", () -> time.after(ofSeconds(1), () -> {}));
    actions.put("every", () -> time.every(ofSeconds(1), () -> {}));
    actions.put("strand", () -> time.strand("late", () -> {}));
    actions.put("cancel", () -> strand.cancel(false));
    actions.put("get", strand::get);
    actions.put("always", () -> time.always("all is well", () -> true));
    actions.put("crash", () -> time.crash(time.executor()));
    actions.put("stepBy", () -> time.wallClock().stepBy(ofSeconds(1)));
    actions.put("scheduler", () -> Scheduler.using(time.timeSource()).build());
    actions.put("mock", mock::run);
    actions.put("sleep", () -> time.sleep(ofSeconds(1)));
    actions.put("advanceBy", () -> time.advanceBy(ofSeconds(1)));
    actions.put("advanceToNext", time::advanceToNext);
    actions.put("runCurrent", time::runCurrent);
    actions.put("automatic", time::automatic);
    actions.put("allow", () -> time.allow(Leftover.HELD_TIME));
    Map<String, Throwable> thrown = new LinkedHashMap<>();
    whileTimeIsAdvanced(() -> actions.forEach((name, action) -> thrown.put(name, caught(action))));

    assertThat(thrown).hasSize(actions.size());
    assertThat(thrown)
        .allSatisfy(
            (name, error) ->
                assertThat(error)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContainingAll("thread \"foreign\"", "advanc"));
    assertThat(time.recording().entries()).noneMatch(entry -> entry.what().equals("here I am"));
  }

  @Test
  void timeIsAdvanced_timeCanBeReadAndFuturesAskedAtAnyTime() {
    VirtualExecutor executor = time.executor();
    Future<?> task = executor.schedule(() -> {}, 1, TimeUnit.HOURS);

    whileTimeIsAdvanced(
        () -> {
          log.add(time.elapsed() + " " + time.now() + " " + time.clock().instant());
          log.add(time.timeSource().nanoTime() + " " + time.zone());
          log.add(task.isDone() + " " + executor.isShutdown() + " " + executor);
        });

    assertThat(log)
        .containsExactly(
            "PT1S 2026-03-01T00:00:01Z 2026-03-01T00:00:01Z",
            "1000000000 Z",
            "false false executor (running, 0 of 1 workers busy, 1 queued)");
  }

  @Test
  void timeIsAdvanced_executorTakesTasksAndGivesThemUp() throws Exception {
    VirtualExecutor executor = time.executor(2);
    Future<?> cancelled = executor.schedule(() -> log.add("never"), 1, TimeUnit.MINUTES);
    Future<?> interrupted =
        executor.submit(
            () -> {
              try {
                time.sleep(ofHours(1));
              } catch (Exception e) {
                log.add(time.elapsed() + " interrupted");
              }
            });
    AtomicReference<@Nullable Throwable> waits = new AtomicReference<>();

    whileTimeIsAdvanced(
        () -> {
          executor.execute(() -> log.add(time.elapsed() + " executed"));
          executor.schedule(() -> log.add(time.elapsed() + " scheduled"), 1, TimeUnit.SECONDS);
          cancelled.cancel(false);
          interrupted.cancel(true);
          waits.set(caught(() -> executor.invokeAll(List.of(() -> "x"))));
        });
    whileTimeIsAdvanced(executor::shutdown);

    assertThat(log)
        .contains("PT1S executed", "PT2S scheduled", "PT1S interrupted")
        .doesNotContain("never");
    assertThat(waits.get())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("strand");
    assertThat(executor.awaitTermination(1, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void foreignThreadCompletesAFuture_strandThatWaitsGoesOnAtThatInstant() {
    CompletableFuture<String> reply = time.futures().incomplete();
    time.strand("client", () -> log.add(reply.get() + " at " + time.elapsed()));

    whileTimeIsAdvanced(() -> reply.complete("pong"));

    assertThat(log).containsExactly("pong at PT1S");
  }

  @Test
  void baton_isAtHome_foreignThreadMayDoAll() throws Exception {
    VirtualExecutor executor = time.executor();
    foreign(
        () -> {
          time.after(ofSeconds(1), () -> log.add("script"));
          executor.execute(() -> log.add("task"));
          time.note("foreign");
          time.strand("strand", () -> log.add("strand"));
          log.add(time.pending().size() + " pending, idle: " + time.isIdle());
        });

    time.advanceBy(ofSeconds(1));

    assertThat(log).containsExactly("3 pending, idle: false", "task", "strand", "script");
    assertThat(time.recording().entries()).anyMatch(entry -> entry.what().equals("foreign"));
  }

  @Test
  void foreignThreadHoldsTime_mayTouchTheTimelineWhileTheAdvanceWaitsForIt() {
    CompletableFuture<String> upload = new CompletableFuture<>();
    time.after(
        ofSeconds(1),
        () -> {
          Hold hold = time.hold("upload");
          new Thread(
                  () -> {
                    // What it touches is refused until the advance waits, since nothing else is
                    // due.
                    while (caught(() -> time.note("uploading")) != null) {
                      Thread.onSpinWait();
                    }
                    time.after(ofSeconds(1), () -> log.add(time.elapsed() + " uploaded"));
                    upload.complete("done");
                    hold.close();
                  })
              .start();
        });
    time.after(ofSeconds(3), () -> log.add(time.elapsed() + " time-out"));

    time.advanceBy(ofMinutes(1));

    assertThat(log).containsExactly("PT2S uploaded", "PT3S time-out");
  }

  @Test
  void nothingIsDueButAForeignThreadHoldsTime_itIsNoDeadlock() {
    CompletableFuture<String> reply = time.futures().incomplete();
    CountDownLatch held = new CountDownLatch(1);
    Thread client =
        new Thread(
            () -> {
              Hold hold = time.hold("request");
              held.countDown();
              reply.complete("pong");
              hold.close();
            });
    time.after(
        ofSeconds(1),
        () -> {
          client.start();
          held.await();
        });

    assertThat(reply.join()).isEqualTo("pong");
    assertThat(time.elapsed()).isEqualTo(ofSeconds(1));
  }

  @Test
  void testHoldsTimeItselfAndNothingIsDue_itIsADeadlock() {
    CompletableFuture<String> reply = time.futures().incomplete();

    try (Hold hold = time.hold("mine")) {
      assertThatThrownBy(reply::join).hasMessageContaining("deadlock");
      assertThat(hold).asString().contains("mine");
    }
  }

  @Test
  void timelineIsClosedWhileAnotherThreadAdvancesIt_theAdvanceIsBrokenOff() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    time.after(
        ofSeconds(1),
        () -> {
          running.countDown();
          never.await();
        });
    AtomicReference<@Nullable Throwable> ended = new AtomicReference<>();
    Thread late = new Thread(() -> ended.set(catchThrowable(() -> time.advanceBy(ofHours(1)))));
    late.start();
    running.await();

    time.close();
    late.join();

    assertThat(ended.get()).hasMessageContaining("interrupted");
  }

  @Test
  void taskEndsItsOwnTimeline_isRefused() {
    AtomicReference<@Nullable Throwable> refused = new AtomicReference<>();
    time.after(ofSeconds(1), () -> refused.set(caught(time::close)));

    time.advanceBy(ofSeconds(1));

    assertThat(refused.get()).hasMessageContaining("only the test may");
  }

  @Test
  void taskSwitchesToAutomaticTime_isRefused() {
    List<@Nullable Throwable> refused = new ArrayList<>();
    time.after(
        ofSeconds(1),
        () -> {
          refused.add(caught(time::automatic));
          refused.add(caught(time::explicit));
        });

    time.advanceBy(ofSeconds(1));

    assertThat(refused)
        .hasSize(2)
        .allSatisfy(error -> assertThat(error).hasMessageContaining("only the test may"));
    assertThat(time.advanceBy(ofSeconds(1))).isZero();
  }

  /** Does something on a foreign thread in the middle of an advance, at second 1 from now. */
  private void whileTimeIsAdvanced(Task action) {
    time.after(ofSeconds(1), () -> foreign(action));
    time.advanceBy(ofMinutes(1));
  }

  private void foreign(Task action) throws InterruptedException {
    AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();
    Thread thread = new Thread(() -> failed.set(caught(action)), "foreign");
    thread.start();
    thread.join();
    assertThat(failed.get()).isNull();
  }

  private static @Nullable Throwable caught(Task action) {
    return catchThrowable(action::run);
  }
}
