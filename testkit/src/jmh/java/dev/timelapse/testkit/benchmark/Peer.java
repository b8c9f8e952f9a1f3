package dev.timelapse.testkit.benchmark;

import static java.util.concurrent.TimeUnit.MINUTES;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.TimeSource;
import dev.timelapse.scheduler.Trigger;
import dev.timelapse.testkit.Timeline;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import reactor.core.Disposable;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Whose virtual time it is. */
public enum Peer {
  TIMELINE {
    @Override
    Firings create(Runnable task) {
      Timeline time = Timeline.startingAt(START, ZoneOffset.UTC);
      Scheduler scheduler = Scheduler.using(time.timeSource()).build();
      for (int i = 0; i < FiringBenchmark.JOBS; i++) {
        scheduler.add("job " + i, Trigger.every(Duration.ofMinutes(1)), task::run);
      }
      time.recording().keepLast(10_000);
      return new Firings() {
        @Override
        public void advance(int minutes) {
          time.advanceBy(Duration.ofMinutes(minutes));
        }

        @Override
        public void end() {
          time.close();
        }
      };
    }
  },
  BARE {
    @Override
    Firings create(Runnable task) {
      ByHand time = new ByHand();
      Scheduler scheduler = Scheduler.using(time).build();
      for (int i = 0; i < FiringBenchmark.JOBS; i++) {
        scheduler.add("job " + i, Trigger.every(Duration.ofMinutes(1)), task::run);
      }
      return minutes -> {
        long end = time.now + MINUTES.toNanos(minutes);
        long wait = scheduler.runDue();
        while (wait <= end - time.now) {
          time.now += wait;
          wait = scheduler.runDue();
        }
        time.now = end;
      };
    }
  },
  REACTOR {
    @Override
    Firings create(Runnable task) {
      VirtualTimeScheduler scheduler = VirtualTimeScheduler.create();
      for (int i = 0; i < FiringBenchmark.JOBS; i++) {
        Disposable job = scheduler.schedulePeriodically(task, 1, 1, MINUTES);
        require(!job.isDisposed());
      }
      return minutes -> scheduler.advanceTimeBy(Duration.ofMinutes(minutes));
    }
  },
  RXJAVA {
    @Override
    Firings create(Runnable task) {
      TestScheduler scheduler = new TestScheduler();
      for (int i = 0; i < FiringBenchmark.JOBS; i++) {
        require(!scheduler.schedulePeriodicallyDirect(task, 1, 1, MINUTES).isDisposed());
      }
      return minutes -> scheduler.advanceTimeBy(minutes, MINUTES);
    }
  };

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  abstract Firings create(Runnable task);

  private static void require(boolean scheduled) {
    if (!scheduled) {
      throw new IllegalStateException("a job was not scheduled");
    }
  }

  /** Time that is moved by hand, and read by one thread. */
  private static final class ByHand implements TimeSource {

    private long now;

    @Override
    public long nanoTime() {
      return now;
    }

    @Override
    public Instant instant() {
      return START.plusNanos(now);
    }
  }
}
