package dev.timelapse.scheduler.benchmark.timeouts;

import dev.timelapse.scheduler.benchmark.Heap;
import java.util.Arrays;
import java.util.List;

/**
 * Prints how much heap time-outs take before any is cancelled, after ten million rounds of
 * scheduling and cancelling, and when none is left; the handles of those that may be cancelled are
 * held, and counted. Arguments: the peers; those that look for what is cancelled from end to end
 * take hours.
 */
public final class RetainedMain {

  private static final int[] LIVE = {1_000, 100_000};
  private static final int WARM_UP_ROUNDS = 100_000;
  private static final int ROUNDS = 10_000_000;

  private RetainedMain() {}

  public static void main(String... args) throws Exception {
    List<Peer> peers =
        args.length > 0
            ? Arrays.stream(args).map(Peer::valueOf).toList()
            : List.of(Peer.TIMELAPSE, Peer.STPE, Peer.KOTLINX);
    System.out.printf(
        "%-12s%10s%14s%14s%10s%14s%n",
        "peer", "pending", "bytes, fresh", "bytes, after", "retained", "bytes, idle");
    for (Peer peer : peers) {
      try (Rounds warmUp = new Rounds(peer, LIVE[0])) {
        warmUp.play(WARM_UP_ROUNDS);
      }
      for (int live : LIVE) {
        print(peer, live);
      }
    }
  }

  /** Bytes are those of one pending time-out, but for the last column, which is all there is. */
  private static void print(Peer peer, int live) throws Exception {
    long before = Heap.used();
    try (Rounds rounds = new Rounds(peer, live)) {
      double fresh = (double) (Heap.used() - before) / rounds.pending();
      rounds.play(ROUNDS);
      long pending = rounds.pending();
      double after = (double) (Heap.used() - before) / pending;
      rounds.drain();
      long idle = Heap.used() - before;
      System.out.printf(
          "%-12s%,10d%14.1f%14.1f%9.2fx%,14d%n", peer, pending, fresh, after, after / fresh, idle);
    }
  }
}
