package dev.timelapse.samples.bugs.timeout;

import java.io.IOException;
import java.time.Duration;

/**
 * Makes volumes. In bad times it tries three times itself, for eight seconds each; and what it has
 * begun it ends, whether or not anybody still waits for it.
 */
interface StorageDriver {

  /**
   * Makes a volume; one that there is already is left as it is.
   *
   * @throws IOException if that did not succeed, or took longer than the time-out
   */
  void create(String volume, Duration timeout) throws IOException;
}
