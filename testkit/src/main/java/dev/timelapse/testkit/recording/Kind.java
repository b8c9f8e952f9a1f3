package dev.timelapse.testkit.recording;

/** What an entry of the recording is; its code stands for it in columns and fingerprints. */
final class Kind {

  static final int FIRING = 1;
  static final int CALL = 2;
  static final int ACTION = 3;
  static final int STEP = 4;
  static final int CRASH = 5;
  static final int RESTART = 6;
  static final int CHOICE = 7;
  static final int CHECK = 8;
  static final int NOTE = 9;
  static final int LOG = 10;
  static final int DRIFT = 11;

  private Kind() {}
}
