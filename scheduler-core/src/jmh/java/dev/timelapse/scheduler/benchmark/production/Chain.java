package dev.timelapse.scheduler.benchmark.production;

import dev.timelapse.scheduler.benchmark.Action;
import dev.timelapse.scheduler.benchmark.Dice;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/** One event at a time: each firing notes how late it is and schedules the next. */
final class Chain implements Action {

  private static final int SHORTEST_NANOS = 100_000;
  private static final int LONGEST_NANOS = 2_000_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final RealScheduler scheduler;
  private final long[] lateness;
  private int fired;
  private long due;
  private int last;
  private Dice dice = new Dice(0);
  private CountDownLatch played = new CountDownLatch(0);
  private long cpuNanos;
  private long realNanos;

  Chain(RealScheduler scheduler, int firings) {
    this.scheduler = scheduler;
    this.lateness = new long[firings];
  }

  /** Plays some more firings, with the delays that the dice give. */
  void play(int firings, Dice delays) throws InterruptedException {
    long start = System.nanoTime();
    dice = delays;
    last = fired + firings;
    played = new CountDownLatch(1);
    next();
    played.await();
    realNanos += System.nanoTime() - start;
  }

  @Override
  public void run() {
    lateness[fired++] = System.nanoTime() - due;
    if (fired < last) {
      next();
    } else {
      cpuNanos = THREADS.getCurrentThreadCpuTime();
      played.countDown();
    }
  }

  private void next() {
    long delay = SHORTEST_NANOS + dice.below(LONGEST_NANOS - SHORTEST_NANOS);
    due = System.nanoTime() + delay;
    scheduler.after(delay, this);
  }

  /** Returns by how many nanoseconds the firings were late, from one on. */
  long[] lateness(int from) {
    return Arrays.copyOfRange(lateness, from, fired);
  }

  /** Returns which part of the time played the scheduler's thread computed, its start included. */
  double cpuShare() {
    return (double) cpuNanos / realNanos;
  }
}
