package dev.timelapse.testkit.executor;

import static java.time.Duration.ofMinutes;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timelapse.testkit.Leftover;
import dev.timelapse.testkit.Timeline;
import dev.timelapse.testkit.VirtualExecutor;
import dev.timelapse.testkit.recording.RecordedFiring;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

class FailuresTest {

  private final Timeline time =
      Timeline.startingAt(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
  private final VirtualExecutor executor = time.executor();
  private final List<String> log = new ArrayList<>();

  @AfterEach
  void close() {
    time.close();
  }

  @Test
  @ResourceLock("Thread.defaultUncaughtExceptionHandler")
  void executedTaskThrows_reachesTheUncaughtExceptionHandler_andItsWorkerGoesOn() {
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> log.add("uncaught: " + e));
    try {
      executor.execute(
          () -> {
            throw new IllegalStateException("no database");
          });
      executor.execute(() -> log.add("next"));

      time.runCurrent();
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }

    assertThat(log)
        .containsExactly("uncaught: java.lang.IllegalStateException: no database", "next");
    assertThat(time.recording().firings())
        .extracting(RecordedFiring::outcome)
        .containsExactly("failed: IllegalStateException: no database", "ok");
  }

  @Test
  @ResourceLock("Thread.defaultUncaughtExceptionHandler")
  void submittedTaskThrows_onlyItsFutureAndTheRecordingKnow() {
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> log.add("uncaught: " + e));
    Future<?> future;
    try {
      future =
          executor.submit(
              () -> {
                throw new IllegalStateException("no database");
              });
      time.runCurrent();
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }

    assertThat(log).isEmpty();
    assertThatThrownBy(future::get).cause().hasMessage("no database");
    assertThat(time.recording().firings().get(0).outcome())
        .isEqualTo("failed: IllegalStateException: no database");
  }

  @Test
  void assertionFailsInATask_failsTheTest_withTheVirtualTime() {
    Runnable check = () -> assertThat(1).as("replicas").isEqualTo(2);
    ScheduledFuture<?> checked = executor.schedule(check, 90, SECONDS);

    assertThatThrownBy(() -> time.advanceBy(ofMinutes(5)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("at 2026-03-01T00:01:30Z (day 1)")
        .hasMessageContaining("task of FailuresTest")
        .hasMessageContaining("replicas");

    assertThat(checked.isDone()).isTrue();
    time.advanceBy(ofMinutes(5));
  }

  @Test
  void errorInATask_isTheFuturesResult_andTheWorkerGoesOn() throws Exception {
    Future<?> future =
        executor.submit(
            () -> {
              throw new StackOverflowError("deep");
            });
    Future<String> next = executor.submit(() -> "next");

    assertThat(next.get()).isEqualTo("next");
    assertThatThrownBy(future::get).cause().isInstanceOf(StackOverflowError.class);
  }

  @Test
  void timelineEnds_taskThatWaitsIsUnwound_itsFutureIsNotDone_nothingIsReported() {
    time.allow(Leftover.WAITING_TASKS);
    Future<?> future =
        executor.submit(
            () -> {
              try {
                time.sleep(ofMinutes(10));
              } finally {
                log.add("unwound");
              }
            });
    time.advanceBy(ofMinutes(1));

    time.close();

    assertThat(log).containsExactly("unwound");
    assertThat(future.isDone()).isFalse();
    assertThat(time.recording().lastPage(5)).doesNotContain("failed");
  }
}
