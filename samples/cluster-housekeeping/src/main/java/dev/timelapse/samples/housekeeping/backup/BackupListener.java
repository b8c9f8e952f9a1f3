package dev.timelapse.samples.housekeeping.backup;

import java.time.Instant;
import java.util.List;

/** Is told what becomes of copies. Called on the daemon's one thread. */
public interface BackupListener {

  /**
   * A copy was written and verified.
   *
   * @param attempt 1 if the first attempt succeeded, and one more for each that failed before
   */
  default void copyMade(Copy copy, int attempt, Instant at) {}

  /**
   * A copy was not written, or was found bad right after.
   *
   * @param attempt which attempt at this copy failed, from 1
   */
  default void copyFailed(Copy copy, int attempt, Exception cause, Instant at) {}

  /** There will be no further attempt at this night's copies. */
  default void copyingGaveUp(List<Copy> missing, Instant at) {}

  /** A copy that was made before was verified. */
  default void copyVerified(Copy copy, boolean good, Instant at) {}

  /** A copy had expired and was deleted. */
  default void copyDeleted(Copy copy, Instant at) {}

  /** A site could not be asked about its copies; it is asked again at the job's next time. */
  default void siteUnreachable(String site, Exception cause, Instant at) {}
}
