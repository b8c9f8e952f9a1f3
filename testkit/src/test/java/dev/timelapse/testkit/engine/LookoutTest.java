package dev.timelapse.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.timelapse.testkit.choice.Choices;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Strands that wait for real while time is advanced: what is found of that. */
class LookoutTest {

  private static final long HOUR_NANOS = Duration.ofHours(1).toNanos();

  private final Engine engine =
      new Engine(
          Instant.parse("2026-03-01T00:00:00Z"),
          Choices.ofSeed(1),
          Threads.platform(Threads.MOST_PLATFORM));

  @AfterEach
  void stop() {
    engine.stop();
  }

  @Test
  void taskSleepsInRealTime_isToldOnceWhatToDo() throws Exception {
    Lookout lookout = engine.requests().lookout();
    String told =
        whileBlocked(
            // By reflection, since our own rules find it otherwise.
            () -> Thread.class.getMethod("sleep", long.class).invoke(null, HOUR_NANOS),
            () -> {
              String found = lookUntilFound(lookout);
              assertThat(lookout.look()).isNull();
              return found;
            });

    assertThat(told)
        .contains(
            "script action \"nap\" sleeps in real time", "2026-03-01T00:00:01Z", "Timeline.sleep");
  }

  @Test
  void taskIsBlockedForReal_isToldAfterAWhileWhatMayBeWrong() throws Exception {
    Lookout lookout = engine.requests().lookout();
    String told = whileBlocked(() -> new CountDownLatch(1).await(), () -> lookUntilFound(lookout));

    assertThat(told).contains("\"nap\" is blocked for real", "real I/O", "CountDownLatch");
  }

  @Test
  void threadThatWaitsIsWokenForNothing_looksWhenItIsTimeOnly() throws Exception {
    Lookout lookout = engine.requests().lookout();
    String told =
        whileBlocked(
            () -> new CountDownLatch(1).await(),
            () -> {
              Thread waits = engine.gate.asked().baton.owner();
              for (int i = 0; i < 20_000_000; i++) {
                boolean asleep = waits.getState() == Thread.State.TIMED_WAITING;
                if (asleep && i % 10_000 == 0) {
                  LockSupport.unpark(waits);
                }
                Thread.onSpinWait();
              }
              return findWithin(100, lookout);
            });

    assertThat(told).contains("\"nap\" is blocked for real");
  }

  @Test
  void tasksBlockInTheSamePlaceOneAfterAnother_nothingIsFound() throws Exception {
    Lookout lookout = engine.requests().lookout();
    lookout.lookEvery(Long.MAX_VALUE);
    Semaphore disk = new Semaphore(0);
    engine.script().add("reads", HOUR_NANOS, 0, HOUR_NANOS, disk::acquire);
    Thread test = new Thread(() -> engine.run(Advance.to(10 * HOUR_NANOS)));
    test.start();

    for (int read = 0; read < 10; read++) {
      while (!disk.hasQueuedThreads()) {
        Thread.onSpinWait();
      }
      assertThat(findWithin(20, lookout)).isNull();
      disk.release();
      while (disk.availablePermits() > 0) {
        Thread.onSpinWait();
      }
    }
    test.join();
  }

  @Test
  void nobodyRuns_nothingIsFound() {
    assertThat(engine.requests().lookout().look()).isNull();
  }

  @Test
  void advanceWaitsForWhoHoldsTime_nothingIsFound() throws Exception {
    Held held = engine.holds().take("look around");
    Thread test = new Thread(() -> engine.run(Advance.to(HOUR_NANOS)));
    test.start();
    while (!engine.gate.isAside()) {
      Thread.onSpinWait();
    }

    Lookout lookout = engine.requests().lookout();
    for (int looks = 0; looks < 100; looks++) {
      assertThat(lookout.look()).isNull();
    }
    held.release();
    test.join();
  }

  @Test
  void taskWantsTheMonitorOfASleepingOne_testFailsWithBoth() {
    Object monitor = new Object();
    engine.requests().lookout().lookEvery(1_000);
    engine
        .plainStrands()
        .start(
            "owner",
            () -> {
              synchronized (monitor) {
                engine.sleep(2 * HOUR_NANOS);
              }
              return "";
            });
    engine
        .script()
        .add(
            "wants it",
            HOUR_NANOS,
            0,
            0,
            () -> {
              synchronized (monitor) {
                engine.checkAlive();
              }
            });

    assertThatThrownBy(() -> engine.run(Advance.to(3 * HOUR_NANOS)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(
            "deadlock at 2026-03-01T01:00:00Z",
            "script action \"wants it\" wants a lock or monitor",
            "strand \"owner\" holds it",
            "strand \"owner\" waits for sleep, for PT1H")
        .hasMessageNotContainingAny("$$Lambda", "java.util.ArrayList");
    assertThat(catchThrowable(() -> engine.run(Advance.to(HOUR_NANOS))))
        .hasMessageContaining("has ended");
    assertThat(engine.stop()).isEmpty();
  }

  @Test
  void taskWantsTheLockOfASleepingOne_testsOwnWaitFailsToo() {
    ReentrantLock lock = new ReentrantLock();
    engine.requests().lookout().lookEvery(1_000);
    engine
        .plainStrands()
        .start(
            "owner",
            () -> {
              lock.lock();
              try {
                engine.sleep(2 * HOUR_NANOS);
              } finally {
                lock.unlock();
              }
              return "";
            });
    engine.script().add("wants it", HOUR_NANOS, 0, 0, lock::lock);

    assertThatThrownBy(() -> engine.newWait("the end").await(3 * HOUR_NANOS))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("wants a lock or monitor", "strand \"owner\" holds it");
  }

  private interface Blocking {
    void block() throws Exception;
  }

  private interface Looking {
    @Nullable String look();
  }

  /** Looks as often as it takes: the task may still be on its way to where it stays blocked. */
  private static String lookUntilFound(Lookout lookout) {
    String found = lookout.look();
    while (found == null) {
      Thread.onSpinWait();
      found = lookout.look();
    }
    return found;
  }

  private static @Nullable String findWithin(int looks, Lookout lookout) {
    String found = null;
    for (int look = 0; look < looks && found == null; look++) {
      found = lookout.look();
    }
    return found;
  }

  /** Lets a script action block for real, looks at that, and interrupts it. */
  private @Nullable String whileBlocked(Blocking action, Looking looking) throws Exception {
    engine
        .script()
        .add(
            "nap",
            Duration.ofSeconds(1).toNanos(),
            0,
            0,
            () -> {
              try {
                action.block();
              } catch (InterruptedException | InvocationTargetException e) {
                engine.note("test", "woken");
              }
            });
    // As good as never: only the test itself looks.
    engine.requests().lookout().lookEvery(Long.MAX_VALUE);
    Thread test = new Thread(() -> engine.run(Advance.to(HOUR_NANOS)));
    test.start();
    Strand running = engine.relay.driver();
    while (running == null || running.activity == null || !running.isBlocked()) {
      Thread.onSpinWait();
      running = engine.relay.driver();
    }
    try {
      return looking.look();
    } finally {
      running.thread().interrupt();
      test.join();
    }
  }
}
