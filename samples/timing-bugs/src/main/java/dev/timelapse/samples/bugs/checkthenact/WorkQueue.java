package dev.timelapse.samples.bugs.checkthenact;

/** What the machines work on, one piece each. */
interface WorkQueue {
  int length();
}
