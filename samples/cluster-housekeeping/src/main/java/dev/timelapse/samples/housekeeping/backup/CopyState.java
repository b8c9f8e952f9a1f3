package dev.timelapse.samples.housekeeping.backup;

/** What is known of a copy. */
enum CopyState {
  /** It was found in its store, and not yet verified by this daemon. */
  UNVERIFIED,

  /** It was right when it was last verified. */
  GOOD,

  /** It was not what had been put there. */
  BAD
}
