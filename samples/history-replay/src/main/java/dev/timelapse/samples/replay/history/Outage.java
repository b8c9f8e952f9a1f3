package dev.timelapse.samples.replay.history;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One outage of one node: it is down from {@code start}, inclusive, to {@code end}, exclusive.
 *
 * @param node the node's place in {@link History#nodes}
 * @param start when it went down
 * @param end when it came back
 * @param cause what was recorded as the cause, or null if nothing was
 */
public record Outage(int node, Instant start, Instant end, @Nullable String cause) {

  /** Returns how long the node was down; zero or negative only in raw records. */
  public Duration length() {
    return Duration.between(start, end);
  }

  Outage until(Instant laterEnd) {
    return new Outage(node, start, laterEnd, cause);
  }
}
