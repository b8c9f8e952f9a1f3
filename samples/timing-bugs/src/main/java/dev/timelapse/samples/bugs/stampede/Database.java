package dev.timelapse.samples.bugs.stampede;

/** A database, and a query that it takes seconds for. */
interface Database {
  String query();
}
