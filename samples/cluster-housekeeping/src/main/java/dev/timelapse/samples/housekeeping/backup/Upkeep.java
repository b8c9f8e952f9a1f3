package dev.timelapse.samples.housekeeping.backup;

import dev.timelapse.samples.housekeeping.paging.OnCall;
import dev.timelapse.scheduler.Task;
import dev.timelapse.scheduler.TimeSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks after copies that were made before. What the stores say is asked afresh each time; a site
 * that cannot be reached is left out.
 */
final class Upkeep {

  private final List<SiteCopies> sites;
  private final BackupSettings settings;
  private final Choice choice;
  private final OnCall onCall;
  private final TimeSource time;
  private final BackupListener listener;

  /** Sites whose copies are not known yet. */
  private final List<SiteCopies> unknown;

  Upkeep(
      List<SiteCopies> sites,
      BackupSettings settings,
      Choice choice,
      OnCall onCall,
      TimeSource time,
      BackupListener listener) {
    this.sites = sites;
    this.settings = settings;
    this.choice = choice;
    this.onCall = onCall;
    this.time = time;
    this.listener = listener;
    this.unknown = new ArrayList<>(sites);
  }

  /**
   * Verifies the newest copy of each site, so that a restarted daemon knows how old it is. Answers
   * which sites could not be asked, and are the next time.
   */
  List<String> takeStock() throws InterruptedException {
    for (SiteCopies site : List.copyOf(unknown)) {
      if (asked(site, () -> verifyNewest(site))) {
        unknown.remove(site);
      }
    }
    return unknown.stream().map(SiteCopies::name).toList();
  }

  /**
   * Verifies one of all copies at the sites that can be reached, but not the newest of a site; the
   * chance is the same for each.
   */
  void verifyOldCopy() throws Exception {
    List<SiteCopies> siteOf = new ArrayList<>();
    List<Copy> old = new ArrayList<>();
    for (SiteCopies site : sites) {
      if (asked(site, site::refresh)) {
        for (Copy copy : site.old()) {
          siteOf.add(site);
          old.add(copy);
        }
      }
    }
    if (!old.isEmpty()) {
      int chosen = choice.below(old.size());
      verify(siteOf.get(chosen), old.get(chosen));
    }
  }

  /** Deletes what has expired, but never the newest good copies of a site. */
  void deleteExpired() throws InterruptedException {
    for (SiteCopies site : sites) {
      asked(site, () -> deleteExpired(site));
    }
  }

  private void deleteExpired(SiteCopies site) throws Exception {
    site.refresh();
    Instant before = time.instant().minus(settings.retention());
    for (Copy copy : site.expired(before, settings.keepGood())) {
      site.delete(copy);
      listener.copyDeleted(copy, time.instant());
    }
  }

  private void verifyNewest(SiteCopies site) throws Exception {
    site.refresh();
    Copy newest = site.newest();
    if (newest != null) {
      verify(site, newest);
    }
  }

  private void verify(SiteCopies site, Copy copy) throws Exception {
    boolean good = site.verify(copy);
    listener.copyVerified(copy, good, time.instant());
    if (!good) {
      onCall.page("bad copy", copy + " is not what was written there");
    }
  }

  /** Asks a store for something. Answers whether it could be asked. */
  private boolean asked(SiteCopies site, Task question) throws InterruptedException {
    try {
      question.run();
      return true;
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      listener.siteUnreachable(site.name(), e, time.instant());
      return false;
    }
  }
}
