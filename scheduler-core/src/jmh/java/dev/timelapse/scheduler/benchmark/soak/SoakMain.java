package dev.timelapse.scheduler.benchmark.soak;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.timelapse.scheduler.benchmark.Heap;
import org.slf4j.LoggerFactory;

/**
 * Runs a billion firings in simulated time and ends with status 1 if the heap has grown meanwhile.
 * Arguments: how many firings; 1,000,000,000 unless given.
 */
public final class SoakMain {

  private static final long FIRINGS = 1_000_000_000;
  private static final int STEPS = 10;

  /** By then all classes are loaded, and the heap is what it should stay. */
  private static final long WARM_UP_FIRINGS = 2_000_000;

  /** A byte kept in two thousand firings is found, and an object kept of each failure. */
  private static final long GROWTH_BYTES = 512 * 1024;

  private SoakMain() {}

  public static void main(String... args) {
    // A million failures, each with its stack trace: the log is for others to soak.
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
    long firings = args.length > 0 ? Long.parseLong(args[0]) : FIRINGS;
    long startNanos = System.nanoTime();
    Life life = new Life();
    life.live(WARM_UP_FIRINGS);
    long start = report("start", life, startNanos);
    for (int i = 1; i <= STEPS; i++) {
      life.live(firings / STEPS * i);
      life.check();
      long used = report(i * 100 / STEPS + " %", life, startNanos);
      if (i == STEPS && used > start + GROWTH_BYTES) {
        System.out.printf(
            "FAILED: the heap grew by %,d bytes; %,d are allowed%n", used - start, GROWTH_BYTES);
        System.exit(1);
      }
    }
    System.out.println("passed: the heap is what it was");
  }

  private static long report(String when, Life life, long startNanos) {
    long used = Heap.used();
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    System.out.printf("%-7s heap %,12d bytes; %s; %.1f s%n", when, used, life, seconds);
    return used;
  }
}
