package dev.timelapse.samples.housekeeping.backup;

import static dev.timelapse.scheduler.Trigger.after;
import static dev.timelapse.scheduler.Trigger.cron;
import static dev.timelapse.scheduler.Trigger.every;

import dev.timelapse.samples.housekeeping.paging.OnCall;
import dev.timelapse.scheduler.Firing;
import dev.timelapse.scheduler.Job;
import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.SchedulerListener;
import dev.timelapse.scheduler.TimeSource;
import java.time.Duration;
import java.util.List;

/** The copies of the data off site, and the jobs that make, check, verify and delete them. */
public final class Backups {

  /** The job that copies the data to all sites. */
  public static final String COPY = "copy data off site";

  /** The job that pages when there is no young verified copy. */
  public static final String CHECK = "check age of copies";

  /** The job that verifies a random old copy. */
  public static final String VERIFY = "verify an old copy";

  /** The job that deletes expired copies. */
  public static final String EXPIRE = "delete expired copies";

  /**
   * The job that looks, once, for copies made before this daemon started, and makes the one that
   * was due meanwhile.
   */
  public static final String TAKE_STOCK = "take stock of copies";

  /** Copies come before checks that are due at the same time. */
  private static final int AFTER_COPYING = 1;

  /** Nothing waits for the copies of a former daemon to be verified. */
  private static final int LAST = 10;

  private final Scheduler scheduler;
  private final BackupSettings settings;
  private final List<SiteCopies> sites;
  private final Copying copying;
  private final Freshness freshness;
  private final Upkeep upkeep;

  /**
   * Creates the jobs; {@link #start} schedules them.
   *
   * @param time the clocks of the scheduler
   * @param choice which old copy is verified
   */
  public Backups(
      Scheduler scheduler,
      TimeSource time,
      BackupSettings settings,
      DataSet data,
      List<Site> sites,
      Choice choice,
      OnCall onCall,
      BackupListener listener) {
    this.scheduler = scheduler;
    this.settings = settings;
    this.sites = sites.stream().map(SiteCopies::new).toList();
    this.copying = new Copying(settings.copyAt(), this.sites, data, time, listener);
    this.freshness =
        new Freshness(this.sites, settings.pageWhenOlder(), onCall.alarm("backup age"), time);
    this.upkeep = new Upkeep(this.sites, settings, choice, onCall, time, listener);
  }

  /** Schedules the jobs. */
  public void start() {
    scheduler.addListener(new Nights());
    scheduler.add(
        Job.named(TAKE_STOCK)
            .trigger(after(Duration.ZERO))
            .priority(LAST)
            .retry(settings.retry())
            .task(this::takeStock));
    scheduler.add(
        Job.named(COPY)
            .trigger(cron(settings.copyAt()))
            .retry(settings.retry())
            .task(copying::run));
    scheduler.add(
        Job.named(CHECK)
            .trigger(every(settings.checkEvery()))
            .priority(AFTER_COPYING)
            .task(freshness::check));
    scheduler.add(
        Job.named(VERIFY)
            .trigger(cron(settings.verifyAt()))
            .priority(AFTER_COPYING)
            .task(upkeep::verifyOldCopy));
    scheduler.add(
        Job.named(EXPIRE)
            .trigger(cron(settings.expireAt()))
            .priority(AFTER_COPYING)
            .task(upkeep::deleteExpired));
  }

  private void takeStock() throws Exception {
    List<String> unknown = upkeep.takeStock();
    copying.makeUp();
    if (!unknown.isEmpty()) {
      throw new IllegalStateException("could not ask for their copies: " + unknown);
    }
  }

  /** Returns what is known of the copies at each site. */
  public List<SiteSummary> summary() {
    return sites.stream()
        .map(site -> new SiteSummary(site.name(), site.size(), site.good(), site.newestGood()))
        .toList();
  }

  /** Tells a night's first attempt from the later ones. */
  private final class Nights implements SchedulerListener {

    @Override
    public void started(Firing firing) {
      if (firing.name().equals(COPY) && firing.attempt() == 1) {
        copying.begin();
      }
    }

    @Override
    public void gaveUp(Firing firing, Throwable cause) {
      if (firing.name().equals(COPY) || firing.name().equals(TAKE_STOCK)) {
        copying.giveUp();
      }
    }
  }
}
