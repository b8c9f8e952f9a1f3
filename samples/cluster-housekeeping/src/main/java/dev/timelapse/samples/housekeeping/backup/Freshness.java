package dev.timelapse.samples.housekeeping.backup;

import dev.timelapse.samples.housekeeping.paging.Alarm;
import dev.timelapse.scheduler.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Pages when no verified copy, at whatever site, is younger than a bound. The age counts from when
 * the copy was begun; while no copy was ever verified, from when the daemon was started. A copy
 * from the future, taken while the wall clock was wrong, does not count until that has come.
 */
final class Freshness {

  private final List<SiteCopies> sites;
  private final Duration bound;
  private final Alarm tooOld;
  private final TimeSource time;
  private final Instant started;

  Freshness(List<SiteCopies> sites, Duration bound, Alarm tooOld, TimeSource time) {
    this.sites = sites;
    this.bound = bound;
    this.tooOld = tooOld;
    this.time = time;
    this.started = time.instant();
  }

  void check() throws Exception {
    Instant now = time.instant();
    Instant newest = null;
    for (SiteCopies site : sites) {
      Instant good = site.newestGood(now);
      if (good != null && (newest == null || good.isAfter(newest))) {
        newest = good;
      }
    }
    Duration age = Duration.between(newest == null ? started : newest, now);
    if (age.compareTo(bound) < 0) {
      tooOld.clear("the newest verified copy is of " + newest);
    } else if (newest == null) {
      tooOld.raise("no verified copy since the daemon was started at " + started);
    } else {
      tooOld.raise("the newest verified copy is of " + newest + ", which is " + age + " ago");
    }
  }
}
