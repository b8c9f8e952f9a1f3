package dev.timelapse.scheduler.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** Tells how much of the heap is reachable; exact with {@code -XX:+UseSerialGC}. */
public final class Heap {

  private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

  /** The collectors leave some garbage where it lies, but not every time. */
  private static final int COLLECTIONS = 5;

  private Heap() {}

  /** Collects garbage as thoroughly as can be, and returns the bytes that are in use then. */
  public static long used() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      least = Math.min(least, MEMORY.getHeapMemoryUsage().getUsed());
    }
    return least;
  }
}
