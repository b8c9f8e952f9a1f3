package dev.timelapse.scheduler.benchmark.production;

import dev.timelapse.scheduler.benchmark.Dice;
import java.util.Arrays;

/**
 * Prints how late firings with random delays of 0.1 to 2 milliseconds start, of ours and of {@code
 * ScheduledThreadPoolExecutor} by turns, so that both see the same noise. Arguments: how many turns
 * of a thousand firings each; 20 unless given, in about a minute.
 */
public final class LatenessMain {

  private static final int FIRINGS = 1000;
  private static final int WARM_UP_TURNS = 3;
  private static final int TURNS = 20;

  private LatenessMain() {}

  public static void main(String... args) throws InterruptedException {
    int turns = args.length > 0 ? Integer.parseInt(args[0]) : TURNS;
    try (RealScheduler timelapse = RealScheduler.timelapse();
        RealScheduler stpe = RealScheduler.stpe()) {
      Chain ours = new Chain(timelapse, (WARM_UP_TURNS + turns) * FIRINGS);
      Chain theirs = new Chain(stpe, (WARM_UP_TURNS + turns) * FIRINGS);
      for (int i = 0; i < WARM_UP_TURNS + turns; i++) {
        ours.play(FIRINGS, new Dice(i));
        theirs.play(FIRINGS, new Dice(i));
      }
      System.out.printf(
          "%-12s%10s%10s%10s%10s%n", "lateness", "p50 µs", "p99 µs", "max µs", "CPU %");
      print("TIMELAPSE", ours);
      print("STPE", theirs);
    }
  }

  private static void print(String name, Chain chain) {
    long[] sorted = chain.lateness(WARM_UP_TURNS * FIRINGS);
    Arrays.sort(sorted);
    System.out.printf(
        "%-12s%10.1f%10.1f%10.1f%10.2f%n",
        name,
        sorted[sorted.length / 2] / 1e3,
        sorted[sorted.length * 99 / 100] / 1e3,
        sorted[sorted.length - 1] / 1e3,
        chain.cpuShare() * 100);
  }
}
