package dev.timelapse.samples.replay.world;

import java.time.Duration;

/**
 * How long services were down.
 *
 * @param total over all services
 * @param interruptions how often one went down for longer than an instant
 * @param longest the longest of these
 */
public record Downtime(Duration total, int interruptions, Duration longest) {

  /** No downtime. */
  public static final Downtime NONE = new Downtime(Duration.ZERO, 0, Duration.ZERO);

  /** Returns this with one more interruption; one of length zero does not count. */
  public Downtime plus(Duration interruption) {
    if (interruption.isZero()) {
      return this;
    }
    Duration longer = interruption.compareTo(longest) > 0 ? interruption : longest;
    return new Downtime(total.plus(interruption), interruptions + 1, longer);
  }
}
