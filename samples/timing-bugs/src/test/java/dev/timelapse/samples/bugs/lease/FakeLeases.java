package dev.timelapse.samples.bugs.lease;

import dev.timelapse.testkit.Timeline;
import java.time.Duration;

/** A lease service that grants at once. */
final class FakeLeases implements LeaseService {

  private final Timeline time;
  private String holder = "nobody";
  private Duration until = Duration.ZERO;

  FakeLeases(Timeline time) {
    this.time = time;
  }

  @Override
  public boolean acquire(String node, Duration ttl) {
    boolean granted = node.equals(holder()) || holder().equals("nobody");
    if (granted) {
      holder = node;
      until = time.elapsed().plus(ttl);
    }
    return granted;
  }

  String holder() {
    return time.elapsed().compareTo(until) < 0 ? holder : "nobody";
  }
}
