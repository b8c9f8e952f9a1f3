package dev.timelapse.testkit;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tasks that are blocked for real while time moves by itself. */
class AutomaticWhileBlockedTest {

  private final Timeline time =
      Timeline.startingAt(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
  private final List<String> log = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    time.allow(Leftover.PENDING_ONE_SHOTS, Leftover.WAITING_TASKS);
    time.close();
  }

  @Test
  void taskIsBlockedByALatch_virtualTimeOutStrikesAndCancelsIt() throws Exception {
    VirtualExecutor executor = time.executor(2);
    CountDownLatch never = new CountDownLatch(1);
    Callable<String> blocks =
        () -> {
          never.await();
          return "late";
        };

    time.automaticWhileBlocked();
    List<Future<String>> futures =
        executor.invokeAll(List.of(() -> "a", blocks, () -> "c"), 12, TimeUnit.MINUTES);

    assertThat(futures.get(0).get()).isEqualTo("a");
    assertThat(futures.get(1).isCancelled()).isTrue();
    assertThat(futures.get(2).get()).isEqualTo("c");
    assertThat(time.elapsed()).isEqualTo(ofMinutes(12));
    executor.shutdown();
    assertThat(executor.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void laterTaskOpensTheLatch_blockedOneGoesOn() throws Exception {
    VirtualExecutor executor = time.executor(2);
    CountDownLatch open = new CountDownLatch(1);
    executor.schedule(open::countDown, 1, TimeUnit.HOURS);
    Future<Duration> waits =
        executor.submit(
            () -> {
              open.await();
              return time.elapsed();
            });

    time.automaticWhileBlocked();

    assertThat(waits.get()).isGreaterThanOrEqualTo(ofHours(1));
  }

  @Test
  void taskWaitsForARealProcess_itsVirtualTimeOutDoesNotStrike() throws Exception {
    VirtualExecutor executor = time.executor();
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process = new ProcessBuilder(java.toString(), "-version").start();
    Future<Duration> ended =
        executor.submit(
            () -> {
              process.waitFor();
              return time.elapsed();
            });

    time.automaticWhileBlocked();

    assertThat(ended.get(1, TimeUnit.MILLISECONDS)).isZero();
  }

  @Test
  void tasksRunSideBySide_recordingHasEachOfThem() throws Exception {
    int workers = 4;
    int rounds = 50;
    VirtualExecutor executor = time.executor(workers);
    CyclicBarrier together = new CyclicBarrier(workers);
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < workers; i++) {
      String name = "note of " + i;
      futures.add(
          executor.submit(
              () -> {
                for (int round = 0; round < rounds; round++) {
                  together.await();
                  time.note(name);
                }
                return name;
              }));
    }

    time.automaticWhileBlocked();
    for (Future<?> future : futures) {
      future.get();
    }
    time.explicit();

    assertThat(time.recording().entries())
        .filteredOn(entry -> entry.what().startsWith("note of"))
        .hasSize(workers * rounds);
    assertThat(time.recording().firings())
        .hasSize(workers)
        .allMatch(firing -> firing.failure() == null);
  }

  @Test
  void executorIsCrashedByTheTest_sleepingAndBlockedTasksEnd() throws Exception {
    VirtualExecutor executor = time.executor(3);
    CountDownLatch begun = new CountDownLatch(2);
    CountDownLatch ended = new CountDownLatch(2);
    executor.execute(
        () -> {
          try {
            begun.countDown();
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            log.add("interrupted");
          } finally {
            ended.countDown();
          }
        });
    executor.execute(
        () -> {
          try {
            begun.countDown();
            time.sleep(ofHours(1_000));
          } finally {
            log.add("unwound");
            ended.countDown();
          }
        });
    Hold hold = time.hold("until both have begun");
    time.automaticWhileBlocked();
    begun.await();

    time.crash(executor);
    ended.await();
    hold.close();
    time.sleep(ofSeconds(1));
    time.explicit();

    assertThat(log).containsExactlyInAnyOrder("interrupted", "unwound");
    assertThat(executor.isTerminated()).isTrue();
    assertThat(time.advanceBy(ofHours(2_000))).isZero();
  }

  @Test
  void scriptCrashesAnExecutor_whoseSleepingTaskIsUnwoundBeforeItGoesOn() throws Exception {
    VirtualExecutor executor = time.executor();
    executor.execute(
        () -> {
          try {
            time.sleep(ofHours(2));
          } finally {
            log.add("unwound");
          }
        });
    time.after(
        ofHours(1),
        () -> {
          time.crash(executor);
          log.add("crashed");
        });

    time.automatic();
    time.sleep(ofHours(3));
    time.explicit();

    assertThat(log).containsExactly("unwound", "crashed");
  }

  @Test
  void explicitIsCalledWhileTasksEnd_comesAfterThem() throws Exception {
    VirtualExecutor executor = time.executor(3);
    for (int round = 0; round < 100; round++) {
      time.automaticWhileBlocked();
      CyclicBarrier together = new CyclicBarrier(3);
      List<Callable<Integer>> tasks = List.of(together::await, together::await, together::await);

      executor.invokeAll(tasks);
      time.explicit();

      time.advanceBy(ofSeconds(1));
    }
    assertThat(time.elapsed()).isGreaterThanOrEqualTo(ofSeconds(100));
  }

  @Test
  void explicitIsCalledWhileATaskStaysBlocked_isRefused_andGrantedOnceItHasEnded()
      throws Exception {
    VirtualExecutor executor = time.executor();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch open = new CountDownLatch(1);
    executor.submit(
        () -> {
          begun.countDown();
          open.await();
          return null;
        });
    time.automaticWhileBlocked();
    begun.await();
    time.sleep(ofSeconds(1));

    assertThatIllegalStateException()
        .isThrownBy(time::explicit)
        .withMessageContaining("cannot be advanced by hand yet");
    time.sleep(ofSeconds(1));
    open.countDown();
    time.explicit();

    assertThat(time.advanceBy(ofSeconds(1))).isZero();
  }

  @Test
  void timelineEndedWhileATaskWasBlocked_explicitIsRefused() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    VirtualExecutor executor = time.executor();
    executor.submit(
        () -> {
          begun.countDown();
          never.await();
          return null;
        });
    time.automaticWhileBlocked();
    begun.await();
    time.sleep(ofSeconds(1));
    close();

    assertThatIllegalStateException()
        .isThrownBy(time::explicit)
        .withMessageContaining("has ended with its test");
  }

  @Test
  void explicitIsCalledWhileAnotherThreadWaits_thatOneIsTold() throws Exception {
    CountDownLatch about = new CountDownLatch(1);
    List<Throwable> told = new CopyOnWriteArrayList<>();
    Hold hold = time.hold("so that it waits on");
    time.automatic();
    Thread other =
        new Thread(
            () -> {
              about.countDown();
              try {
                time.sleep(ofHours(1));
              } catch (RuntimeException e) {
                told.add(e);
              }
            });
    other.start();
    about.await();
    while (time.engine().automaticTime().guestsWaiting() == 0) {
      Thread.onSpinWait();
    }

    time.explicit();
    other.join();
    hold.close();

    assertThat(told).hasSize(1).first().asString().contains("explicit()");
  }

  @Test
  void timeIsExplicit_explicitChangesNothing() {
    time.explicit();

    assertThat(time.advanceBy(ofSeconds(1))).isZero();
    assertThatIllegalStateException()
        .isThrownBy(
            () -> {
              time.automaticWhileBlocked();
              time.runCurrent();
            })
        .withMessageContaining("moves by itself");
  }
}
