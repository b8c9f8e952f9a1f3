package dev.timelapse.samples.housekeeping.backup;

import java.io.IOException;
import java.io.OutputStream;

/** The data that is copied. */
@FunctionalInterface
public interface DataSet {

  /**
   * Writes all of it, as it is now. Does not close the stream.
   *
   * @throws IOException if it cannot be read, or the stream not be written
   */
  void writeTo(OutputStream out) throws IOException;
}
