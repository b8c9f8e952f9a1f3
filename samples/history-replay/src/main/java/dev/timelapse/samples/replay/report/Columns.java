package dev.timelapse.samples.replay.report;

import dev.timelapse.samples.replay.history.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * A number over time, as a chart shows it: for each column of pixels the least and the greatest
 * value in its stretch of time. A value that lasts but an instant does not count.
 */
public final class Columns {

  private final Period period;
  private final int[] least;
  private final int[] greatest;
  private Instant since;
  private int value;

  /** Creates the columns of a period, of which the number is known at the start. */
  public Columns(Period period, int count, int initialValue) {
    this.period = period;
    this.least = new int[count];
    this.greatest = new int[count];
    Arrays.fill(least, Integer.MAX_VALUE);
    Arrays.fill(greatest, Integer.MIN_VALUE);
    this.since = period.from();
    this.value = initialValue;
  }

  /** Says what the number is from now on; instants must not go back. */
  public void set(Instant at, int newValue) {
    if (at.isAfter(since)) {
      for (int column = columnOf(since); column <= columnOf(at.minusNanos(1)); column++) {
        least[column] = Math.min(least[column], value);
        greatest[column] = Math.max(greatest[column], value);
      }
      since = at;
    }
    value = newValue;
  }

  /** Ends the period: the last value lasts until then. */
  public void close() {
    set(period.until(), value);
  }

  int count() {
    return least.length;
  }

  int least(int column) {
    return least[column];
  }

  int greatest(int column) {
    return greatest[column];
  }

  int greatest() {
    return Arrays.stream(greatest).max().orElse(0);
  }

  /** Returns where in the period an instant is, in columns. */
  double position(Instant instant) {
    return (double) Duration.between(period.from(), instant).toMillis()
        / period.length().toMillis()
        * count();
  }

  Period period() {
    return period;
  }

  private int columnOf(Instant instant) {
    return Math.max(0, Math.min(count() - 1, (int) Math.floor(position(instant))));
  }
}
