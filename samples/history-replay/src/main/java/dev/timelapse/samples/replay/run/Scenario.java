package dev.timelapse.samples.replay.run;

import static dev.timelapse.scheduler.Retry.exponential;

import dev.timelapse.samples.housekeeping.backup.BackupSettings;
import dev.timelapse.scheduler.cron.CronExpression;
import java.time.Duration;
import java.time.ZoneId;

/**
 * What the daemon is replayed with.
 *
 * @param spares how many spares there are at first; they come on top of the history's nodes, and
 *     have no recorded outages
 * @param probePeriod the time between two rounds
 * @param missedAnswers how many missing answers in a row mark a node down
 * @param seed what the outages of the sites come from, and which old copy is verified
 */
public record Scenario(int spares, Duration probePeriod, int missedAnswers, long seed) {

  /** How many sites have a copy of the data. */
  static final int SITES = 3;

  /** How long a site works between two outages, on average: an assumption, not a measurement. */
  static final Duration SITE_MEAN_UPTIME = Duration.ofDays(30);

  /** Copies each night at three, retried for about six hours, kept for four weeks. */
  static BackupSettings backups(ZoneId zone) {
    return new BackupSettings(
        CronExpression.unix("0 3 * * *", zone),
        exponential(Duration.ofMinutes(1)).upTo(Duration.ofHours(1)).attempts(12),
        Duration.ofHours(25),
        Duration.ofHours(1),
        CronExpression.unix("0 12 * * 0", zone),
        CronExpression.unix("0 15 * * *", zone),
        Duration.ofDays(28),
        SITES);
  }
}
