package dev.timelapse.samples.housekeeping.backup;

import dev.timelapse.scheduler.TimeSource;
import dev.timelapse.scheduler.cron.CronExpression;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a night's copy at each site that has none since it was due. The sites that fail are left
 * for the next attempt, which the job's retry brings; when there is none, the next night begins
 * anew.
 */
final class Copying {

  private final CronExpression copyAt;
  private final List<SiteCopies> sites;
  private final DataSet data;
  private final TimeSource time;
  private final BackupListener listener;

  /** Where tonight's copy is still missing. */
  private final List<SiteCopies> missing = new ArrayList<>();

  private Instant takenAt = Instant.EPOCH;
  private int attempt;

  Copying(
      CronExpression copyAt,
      List<SiteCopies> sites,
      DataSet data,
      TimeSource time,
      BackupListener listener) {
    this.copyAt = copyAt;
    this.sites = sites;
    this.data = data;
    this.time = time;
    this.listener = listener;
  }

  /**
   * Begins a night: from now on, the copy is missing at all sites; but not where it was made
   * already, before the wall clock was set back.
   */
  void begin() {
    missing.clear();
    begin(sites);
  }

  /**
   * Makes the copy that was due last, at the sites that had copies before and not this one: nobody
   * was there to make it, or the daemon ended on the way.
   */
  void makeUp() throws Exception {
    if (missing.isEmpty()) {
      begin(sites.stream().filter(site -> site.size() > 0).toList());
    }
    if (!missing.isEmpty()) {
      run();
    }
  }

  private void begin(List<SiteCopies> some) {
    Instant now = time.instant();
    Instant due = copyAt.previous(now.plusNanos(1));
    for (SiteCopies site : some) {
      Instant newest = site.newestGood(now);
      if (newest == null || due == null || newest.isBefore(due)) {
        missing.add(site);
      }
    }
    takenAt = now.truncatedTo(ChronoUnit.SECONDS);
    attempt = 0;
  }

  /** Makes the copies that are missing. */
  void run() throws Exception {
    attempt++;
    Map<Copy, Exception> failures = new LinkedHashMap<>();
    for (SiteCopies site : List.copyOf(missing)) {
      try {
        makeCopy(site);
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception e) {
        failures.put(site.copy(takenAt), e);
        listener.copyFailed(site.copy(takenAt), attempt, e, time.instant());
      }
    }
    if (!failures.isEmpty()) {
      throw new CopyingIncompleteException(failures);
    }
  }

  private void makeCopy(SiteCopies site) throws Exception {
    Copy copy = site.copy(takenAt);
    site.make(copy, data);
    missing.remove(site);
    listener.copyMade(copy, attempt, time.instant());
  }

  /** Tells that what is missing will not be made. */
  void giveUp() {
    listener.copyingGaveUp(missingCopies(), time.instant());
  }

  private List<Copy> missingCopies() {
    return missing.stream().map(site -> site.copy(takenAt)).toList();
  }
}
