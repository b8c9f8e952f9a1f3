package dev.timelapse.samples.bugs.failover;

import static java.time.Duration.ofSeconds;

import dev.timelapse.testkit.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A primary server, and a replica that has each change two seconds later. */
final class ReplicatedOrders implements Orders {

  private static final Duration LAG = ofSeconds(2);

  private final Timeline time;
  private Set<String> primary = new TreeSet<>();
  private final Set<String> replica = new TreeSet<>();
  private final List<Runnable> underWay = new ArrayList<>();

  ReplicatedOrders(Timeline time) {
    this.time = time;
  }

  void pay(String order) {
    primary.add(order);
    replicate(() -> replica.add(order));
  }

  @Override
  public List<String> toShip() {
    return List.copyOf(primary);
  }

  @Override
  public void markShipped(String order) {
    primary.remove(order);
    replicate(() -> replica.remove(order));
  }

  /** Puts the replica into the primary's place; what was under way to it is lost. */
  void failOver() {
    underWay.clear();
    primary = new TreeSet<>(replica);
  }

  private void replicate(Runnable change) {
    underWay.add(change);
    time.after(
            LAG,
            () -> {
              if (underWay.remove(change)) {
                change.run();
              }
            })
        .named("the replica follows");
  }
}
