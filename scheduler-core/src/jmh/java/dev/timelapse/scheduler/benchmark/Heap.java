package dev.timelapse.scheduler.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** Tells how much of the heap is reachable; exact with {@code -XX:+UseSerialGC}. */
public final class Heap {

  private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();
  private static final int MOST_COLLECTIONS = 10;

  private Heap() {}

  /** Collects garbage until that frees nothing more, and returns the bytes that are in use. */
  public static long used() {
    long used = collect();
    for (int i = 1; i < MOST_COLLECTIONS; i++) {
      long again = collect();
      if (again >= used) {
        return used;
      }
      used = again;
    }
    return used;
  }

  private static long collect() {
    System.gc();
    return MEMORY.getHeapMemoryUsage().getUsed();
  }
}
