package dev.timelapse.scheduler.benchmark.simulation;

import dev.timelapse.scheduler.benchmark.Heap;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.List;

/**
 * Prints how many bytes of heap a pending one-shot takes, beside its action, which all share: when
 * all have been scheduled, and when two thirds and more have run and scheduled themselves anew.
 * Arguments: how many are pending; arrays that double look best just below a power of two.
 */
public final class FootprintMain {

  private static final int WARM_UP = 10_000;

  private FootprintMain() {}

  public static void main(String... args) {
    List<String> counts = args.length > 0 ? List.of(args) : List.of("100000", "1000000", "1300000");
    System.out.printf(
        "%-16s%10s%20s%20s%n", "peer", "pending", "bytes, scheduled", "bytes, in use");
    for (Peer peer : Peer.values()) {
      if (peer != Peer.JMOCK) {
        measure(peer, WARM_UP);
        counts.forEach(count -> print(peer, Integer.parseInt(count)));
      }
    }
  }

  private static void print(Peer peer, int pending) {
    long[] bytes = measure(peer, pending);
    System.out.printf(
        "%-16s%,10d%20.1f%20.1f%n",
        peer, pending, (double) bytes[0] / pending, (double) bytes[1] / pending);
  }

  private static long[] measure(Peer peer, int pending) {
    long before = Heap.used();
    Hold hold = new Hold(peer, pending);
    long scheduled = Heap.used();
    // As many events as are pending come in one mean delay.
    for (int i = 0; i <= pending / Hold.SLICE_EVENTS; i++) {
      hold.advance();
    }
    long inUse = Heap.used();
    Reference.reachabilityFence(hold);
    return Arrays.stream(new long[] {scheduled, inUse}).map(used -> used - before).toArray();
  }
}
