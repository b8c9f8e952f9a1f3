package dev.timelapse.samples.bugs.drift;

import java.io.IOException;
import java.time.LocalDate;

/** Where reports are made of what was sold. */
interface Warehouse {
  void load(LocalDate day) throws IOException;
}
