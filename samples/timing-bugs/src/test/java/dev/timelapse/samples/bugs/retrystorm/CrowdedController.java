package dev.timelapse.samples.bugs.retrystorm;

import static java.time.Duration.ofSeconds;

import dev.timelapse.testkit.Timeline;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A controller that takes a second for a handshake, and fails all of them when they are too many.
 */
final class CrowdedController implements Controller {

  private static final Duration HANDSHAKE = ofSeconds(1);

  private final Timeline time;
  private final int most;
  private final Map<String, Runnable> connections = new LinkedHashMap<>();
  private final List<Duration> arrivals = new ArrayList<>();
  private boolean up = true;

  CrowdedController(Timeline time, int most) {
    this.time = time;
    this.most = most;
  }

  @Override
  public void connect(String agent, Runnable onLost) throws IOException {
    if (!up) {
      throw new IOException("connection refused");
    }
    Duration arrival = time.elapsed();
    arrivals.add(arrival);
    time.sleep(HANDSHAKE);
    if (arrivals.stream().filter(other -> overlap(arrival, other)).count() > most) {
      throw new IOException("handshake timed out");
    }
    connections.put(agent, onLost);
  }

  void goDown() {
    up = false;
    connections.values().forEach(Runnable::run);
    connections.clear();
  }

  void comeBack() {
    up = true;
  }

  Set<String> agents() {
    return connections.keySet();
  }

  private static boolean overlap(Duration one, Duration other) {
    return one.minus(other).abs().compareTo(HANDSHAKE) < 0;
  }
}
