package dev.timelapse.scheduler.fork;

import java.util.ArrayList;
import java.util.List;

/** Takes all the heap there is. */
final class HeapHog {

  private HeapHog() {}

  public static void main(String[] args) {
    List<byte[]> taken = new ArrayList<>();
    while (!taken.contains(null)) {
      taken.add(new byte[1 << 20]);
    }
  }
}
