package dev.timelapse.samples.bugs.checkthenact;

import java.util.Set;

/** Where machines are rented. */
interface Cloud {

  /** Orders a machine, which is at work some minutes later, and returns its name. */
  String order();

  /** Returns the names of the machines that are at work. */
  Set<String> atWork();
}
