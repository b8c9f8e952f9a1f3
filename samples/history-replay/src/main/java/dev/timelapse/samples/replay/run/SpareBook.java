package dev.timelapse.samples.replay.run;

import dev.timelapse.samples.replay.report.Summary;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Keeps the book of the spare pool. */
final class SpareBook {

  private int replacements;
  private int returned;
  private int emptied;
  private Duration emptyFor = Duration.ZERO;
  private Duration emptyMost = Duration.ZERO;
  private @Nullable Instant emptySince;

  void replaced() {
    replacements++;
  }

  void returned() {
    returned++;
  }

  void emptied(Instant at) {
    emptied++;
    emptySince = at;
  }

  void refilled(Instant at) {
    if (emptySince != null) {
      Duration empty = Duration.between(emptySince, at);
      emptyFor = emptyFor.plus(empty);
      emptyMost = empty.compareTo(emptyMost) > 0 ? empty : emptyMost;
      emptySince = null;
    }
  }

  /** Ends the book: what is empty now was empty until now. */
  Summary.Spares close(Instant at) {
    refilled(at);
    return new Summary.Spares(replacements, returned, emptied, emptyFor, emptyMost);
  }
}
