package dev.timelapse.testkit;

import static dev.timelapse.scheduler.Trigger.every;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.timelapse.scheduler.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AutomaticTimeTest {

  private final Timeline time =
      Timeline.startingAt(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
  private final Scheduler scheduler = Scheduler.using(time.timeSource()).build();
  private final List<String> log = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    time.allow(Leftover.PENDING_ONE_SHOTS, Leftover.WAITING_TASKS);
    time.close();
  }

  @Test
  void testBlocksOnARealLatch_timeMovesUntilAJobOpensIt() throws Exception {
    CountDownLatch third = new CountDownLatch(3);
    scheduler.add("tick", every(ofHours(1)), third::countDown);

    time.automatic();
    third.await();
    time.explicit();

    assertThat(time.elapsed()).isGreaterThanOrEqualTo(ofHours(3));
  }

  @Test
  void testWaitsOnTheTimeline_timeMovesExactlySoFar() throws Exception {
    Future<String> reply =
        time.strand(
            "server",
            () -> {
              time.sleep(ofMinutes(10));
              return "pong";
            });

    time.automatic();
    assertThatThrownBy(() -> reply.get(9, TimeUnit.MINUTES)).isInstanceOf(TimeoutException.class);
    assertThat(time.elapsed()).isEqualTo(ofMinutes(9));
    assertThat(reply.get()).isEqualTo("pong");
    assertThat(time.elapsed()).isEqualTo(ofMinutes(10));
    time.sleep(ofHours(1));
    time.explicit();

    assertThat(time.elapsed()).isEqualTo(ofMinutes(70));
  }

  @Test
  void switchedInMidTest_goesOnByHandWithTheSameTasks() throws Exception {
    scheduler.add("tick", every(ofMinutes(1)), () -> log.add("tick"));
    time.advanceBy(ofMinutes(2));

    time.automatic();
    time.sleep(ofMinutes(2));
    time.explicit();
    assertThat(log).hasSize(4);
    time.advanceBy(ofMinutes(2));

    assertThat(log).hasSize(6);
    assertThat(time.elapsed()).isEqualTo(ofMinutes(6));
  }

  @Test
  void strandBlocksForReal_othersOfTheInstantGoOn_butNotTime() throws Exception {
    CountDownLatch second = new CountDownLatch(1);
    time.strand(
        "first",
        () -> {
          second.await();
          log.add("first goes on at " + time.elapsed());
          time.sleep(ofSeconds(5));
          log.add("first ends at " + time.elapsed());
        });
    time.strand("second", second::countDown);
    time.after(ofSeconds(1), () -> log.add("script at " + time.elapsed()));

    time.automatic();
    time.sleep(ofMinutes(1));
    time.explicit();

    assertThat(log)
        .containsExactly("first goes on at PT0S", "script at PT1S", "first ends at PT5S");
  }

  @Test
  void timeIsHeld_itStandsStillUntilTheHoldIsClosed() throws Exception {
    CountDownLatch ran = new CountDownLatch(1);
    time.after(ofSeconds(1), ran::countDown);
    Hold hold = time.hold("look at the start");
    time.automatic();
    CountDownLatch now = new CountDownLatch(1);
    time.after(Duration.ZERO, now::countDown);
    now.await();

    assertThat(time.elapsed()).isZero();
    hold.close();
    ran.await();

    time.explicit();
    assertThat(time.elapsed()).isEqualTo(ofSeconds(1));
  }

  @Test
  void otherThreadsWaitToo_eachUntilItsTime() throws Exception {
    time.automatic();
    Thread[] threads = new Thread[5];
    for (int i = 0; i < threads.length; i++) {
      int number = i;
      threads[i] =
          new Thread(
              () -> {
                time.sleep(ofMinutes(5 - number));
                log.add("thread " + number);
              });
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    time.explicit();

    assertThat(log).hasSize(5);
    assertThat(time.elapsed()).isGreaterThanOrEqualTo(ofMinutes(5));
  }

  @Test
  void assertionFailsInJob_theTestsWaitFails() {
    scheduler.after(ofHours(1), () -> assertThat(1).as("replicas").isEqualTo(2));

    time.automatic();

    assertThatThrownBy(() -> time.sleep(ofHours(2)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("[replicas]");
    time.explicit();
  }

  @Test
  void assertionFailsInJob_andTheTestEndsWithoutAskingMore_itsEndFails() throws Exception {
    CountDownLatch ran = new CountDownLatch(1);
    scheduler.after(
        ofSeconds(1),
        () -> {
          ran.countDown();
          assertThat(1).isEqualTo(2);
        });

    time.automatic();
    ran.await();

    assertThatThrownBy(time::close)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("at 2026-03-01T00:00:01Z");
  }

  @Test
  void timeIsAdvancedByHand_isToldWhatToDo() {
    time.automatic();

    assertThatIllegalStateException()
        .isThrownBy(() -> time.advanceBy(ofHours(1)))
        .withMessageContainingAll("sleep(…)", "explicit()");
  }

  @Test
  void testEndsWhileAnotherThreadWaits_thatIsToldSo() throws Exception {
    CompletableFuture<Throwable> told = new CompletableFuture<>();
    time.automatic();
    Thread other =
        new Thread(() -> told.complete(catchThrowable(time.futures().incomplete()::get)));
    other.start();
    while (time.engine().automaticTime().guestsWaiting() == 0) {
      Thread.onSpinWait();
    }

    time.close();

    assertThat(told.get()).isInstanceOf(IllegalStateException.class).hasMessageContaining("ended");
  }

  @Test
  void timelineHasEnded_itCannotMoveByItselfAnyMore() {
    time.close();
    assertThatIllegalStateException()
        .isThrownBy(time::automatic)
        .withMessageContaining("has ended with its test");
  }

  @Test
  void timelineEndedInAutomaticTime_nobodyCanWaitOnItAnyMore() {
    time.automatic();
    time.close();
    assertThatIllegalStateException()
        .isThrownBy(() -> time.sleep(ofSeconds(1)))
        .withMessageContaining("has ended with its test");
    assertThatIllegalStateException()
        .isThrownBy(time.futures().incomplete()::get)
        .withMessageContaining("has ended with its test");
  }

  @Test
  void testEndsInAutomaticTime_tasksAreUnwound() throws Exception {
    CountDownLatch asleep = new CountDownLatch(1);
    time.strand(
        "sleeper",
        () -> {
          asleep.countDown();
          try {
            time.sleep(ofHours(1_000_000));
          } finally {
            log.add("unwound");
          }
        });
    Hold hold = time.hold("so that it sleeps on");
    time.automatic();
    asleep.await();

    time.allow(Leftover.WAITING_TASKS, Leftover.HELD_TIME);
    time.close();

    assertThat(log).containsExactly("unwound");
    hold.close();
  }

  @Test
  void strandBesideTheOthersCrashesAPoolWhoseTaskComputes_timeGoesOn() throws Exception {
    VirtualExecutor pool = time.executor();
    CountDownLatch computes = new CountDownLatch(1);
    AtomicBoolean crashed = new AtomicBoolean();
    Future<?> crasher =
        time.strand(
            "crasher",
            () -> {
              computes.await();
              time.crash(pool);
              crashed.set(true);
            });
    pool.execute(
        () -> {
          computes.countDown();
          while (!crashed.get()) {
            Thread.onSpinWait();
          }
          log.add("computed");
          time.sleep(ofHours(1));
          log.add("slept");
        });

    time.automatic();
    crasher.get();
    time.sleep(ofHours(2));
    time.explicit();

    assertThat(log).containsExactly("computed");
    time.strand("after", () -> log.add("goes on"));
    time.advanceBy(ofHours(1));
    assertThat(log).containsExactly("computed", "goes on");
  }

  @Test
  void taskBesideTheOthersCrashesItsOwnPool_timeGoesOn() throws Exception {
    VirtualExecutor pool = time.executor();
    CountDownLatch other = new CountDownLatch(1);
    CountDownLatch dies = new CountDownLatch(1);
    Future<?> task =
        pool.submit(
            () -> {
              other.await();
              try {
                time.crash(pool);
              } finally {
                dies.countDown();
              }
              return "survived";
            });
    time.strand("other", other::countDown);

    time.automatic();
    dies.await();
    time.sleep(ofHours(2));
    time.explicit();

    time.strand("after", () -> log.add("goes on"));
    time.advanceBy(ofHours(1));
    assertThat(log).containsExactly("goes on");
    assertThat(task.isDone()).isFalse();
  }
}
