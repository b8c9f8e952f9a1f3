package dev.timelapse.usage;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.HOURS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timelapse.testkit.Timeline;
import dev.timelapse.testkit.VirtualExecutor;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * What users of other libraries asked of executors in their tests, often in vain, each as a test
 * named by what they wanted.
 */
class ExecutorWishesTest {

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  // google/guava#2255; jmock-developers/jmock-library#196
  @Test
  void testExecutorOnItsOwn_withoutAFramework() {
    try (Timeline time = Timeline.startingAt(START, ZoneOffset.UTC)) {
      List<String> log = new ArrayList<>();
      Executor executor = time.executor();

      executor.execute(() -> log.add("ran"));

      assertThat(log).isEmpty();
      time.runCurrent();
      assertThat(log).containsExactly("ran");
    }
  }

  // jmock-developers/jmock-library#196
  @Test
  void resultNotThereYet_getWaitsForIt_ratherThanThrow() throws Exception {
    try (Timeline time = Timeline.startingAt(START, ZoneOffset.UTC)) {
      ScheduledExecutorService executor = time.executor();

      Future<String> future = executor.schedule(() -> "answer", 1, HOURS);

      assertThat(future.get(2, HOURS)).isEqualTo("answer");
    }
  }

  // jmock-developers/jmock-library#196
  @Test
  void shutdownAndBulkCalls_work_inATestToo() throws Exception {
    try (Timeline time = Timeline.startingAt(START, ZoneOffset.UTC)) {
      ScheduledExecutorService executor = time.executor(2);

      assertThat(executor.invokeAll(List.of(() -> 1, () -> 2))).hasSize(2);
      int any = executor.invokeAny(List.of(() -> 1));
      assertThat(any).isEqualTo(1);
      executor.shutdown();
      assertThat(executor.awaitTermination(1, MINUTES)).isTrue();
      assertThat(executor.shutdownNow()).isEmpty();
    }
  }

  // golang/go#73062
  @Test
  void backgroundTicker_doesNotKeepTimeRunningForEver() {
    try (Timeline time = Timeline.startingAt(START, ZoneOffset.UTC)) {
      VirtualExecutor executor = time.executor();
      executor.scheduleAtFixedRate(() -> {}, 1, 1, SECONDS);
      executor.schedule(() -> {}, 90, SECONDS);

      time.advanceUntilIdle();

      assertThat(time.elapsed()).isEqualTo(ofSeconds(90));
    }
  }

  // dotnet/extensions#3995, #4092
  @Test
  void oneBigAdvance_firesAPeriodicTimerEachTime_andEachCallSeesItsOwnTime() {
    try (Timeline time = Timeline.startingAt(START, ZoneOffset.UTC)) {
      List<Instant> calls = new ArrayList<>();
      time.executor().scheduleAtFixedRate(() -> calls.add(time.now()), 1, 1, HOURS);

      time.advanceBy(ofHours(4));

      assertThat(calls)
          .containsExactly(
              START.plusSeconds(3600),
              START.plusSeconds(7200),
              START.plusSeconds(10_800),
              START.plusSeconds(14_400));
    }
  }

  // dotnet/extensions#6404, #5441
  @Test
  void stepUntilDone_withoutCountingTheSteps() {
    try (Timeline time = Timeline.startingAt(START, ZoneOffset.UTC)) {
      VirtualExecutor executor = time.executor();
      CompletableFuture<String> chain =
          CompletableFuture.supplyAsync(
                  () -> {
                    time.sleep(ofSeconds(40));
                    return "a";
                  },
                  executor)
              .thenApplyAsync(
                  text -> {
                    time.sleep(ofMinutes(3));
                    return text + "b";
                  },
                  executor);

      time.runUntil(chain::isDone, ofHours(1));

      assertThat(chain).isCompletedWithValue("ab");
      assertThat(time.elapsed()).isEqualTo(ofSeconds(220));
    }
  }

  // akka/akka#24243; apache/pekko#3235
  @Test
  void noMessageComes_isKnown_notGuessedAfterAWhile() {
    try (Timeline time = Timeline.startingAt(START, ZoneOffset.UTC)) {
      List<String> mailbox = new ArrayList<>();
      VirtualExecutor actor = time.executor();
      VirtualExecutor other = time.executor();
      actor.execute(() -> other.execute(() -> actor.execute(() -> mailbox.add("late reply"))));

      time.runCurrent();

      assertThat(mailbox).containsExactly("late reply");
      assertThat(time.isIdle()).isTrue();
    }
  }

  // reactor/reactor-core#648, #1098, #1681
  @Test
  void twoTestsAtOnce_eachWithItsOwnTime_evenForObjectsMadeEarly() {
    try (Timeline one = Timeline.startingAt(START, ZoneOffset.UTC);
        Timeline two = Timeline.startingAt(START, ZoneOffset.UTC)) {
      List<String> log = new ArrayList<>();
      for (Timeline time : List.of(one, two)) {
        Flux.interval(ofMinutes(1), Schedulers.fromExecutorService(time.executor()))
            .subscribe(tick -> log.add((time == one ? "one " : "two ") + tick));
      }

      two.advanceBy(ofMinutes(2));
      one.advanceBy(ofMinutes(1));

      assertThat(log).containsExactly("two 0", "two 1", "one 0");
    }
  }

  @Test
  void timeOutOfACall_strikesAtItsTime_andTheCallIsInterrupted() {
    try (Timeline time = Timeline.startingAt(START, ZoneOffset.UTC)) {
      VirtualExecutor executor = time.executor();
      List<String> log = new ArrayList<>();
      Future<?> call =
          executor.submit(
              () -> {
                try {
                  time.sleep(ofHours(1));
                } finally {
                  log.add("ended at " + time.elapsed());
                }
              });

      assertThatThrownBy(() -> call.get(30, SECONDS)).isInstanceOf(TimeoutException.class);
      call.cancel(true);
      time.runCurrent();

      assertThat(log).containsExactly("ended at PT30S");
    }
  }

  @Test
  void taskFails_doesNotVanish_itIsInTheFutureAndOnTheRecording() {
    try (Timeline time = Timeline.startingAt(START, ZoneOffset.UTC)) {
      Future<?> future =
          time.executor()
              .submit(
                  () -> {
                    throw new IllegalStateException("no database");
                  });

      time.runCurrent();

      assertThat(time.recording().firings().get(0).outcome())
          .isEqualTo("failed: IllegalStateException: no database");
      assertThatThrownBy(future::get).isInstanceOf(ExecutionException.class);
    }
  }
}
