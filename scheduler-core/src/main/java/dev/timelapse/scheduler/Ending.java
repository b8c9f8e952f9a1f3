package dev.timelapse.scheduler;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets threads wait until nobody drives a scheduler any more. They look for the driver, and
 * interrupt it, with the monitor of this object held; a driver who leaves while somebody may wait
 * does so, and notifies, with it held too. So none misses the end between its look and its wait,
 * and no thread is interrupted that has gone on to something else.
 */
final class Ending {

  /**
   * How often one who waits looks by itself before it relies on being told: a driver that left
   * before it could know leaves with a store that others see within nanoseconds.
   */
  private static final int LOOKS = 10_000;

  private final Clocks clocks;

  Ending(Clocks clocks) {
    this.clocks = clocks;
  }

  /**
   * Waits until there is no driver, and interrupts the driver when that takes longer than the limit
   * or the calling thread is interrupted.
   *
   * @param driver tells who drives now; null if nobody does
   * @param limit in elapsed nanoseconds
   */
  void await(Supplier<@Nullable Thread> driver, long limit) {
    for (int i = 0; i < LOOKS && driver.get() != null; i++) {
      Thread.onSpinWait();
    }
    long deadline = Nanos.plus(clocks.elapsed(), limit);
    synchronized (this) {
      boolean interrupted = waitUntil(deadline, driver);
      Thread late = driver.get();
      if (late != null) {
        Listeners.interrupting(late);
        late.interrupt();
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Answers whether an interrupt has ended the waiting. */
  private synchronized boolean waitUntil(long deadline, Supplier<@Nullable Thread> driver) {
    try {
      long left = Nanos.until(deadline, clocks.elapsed());
      while (driver.get() != null && left > 0) {
        // Rounded up, since zero would be for ever.
        wait(left / 1_000_000 + 1);
        left = Nanos.until(deadline, clocks.elapsed());
      }
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }
}
