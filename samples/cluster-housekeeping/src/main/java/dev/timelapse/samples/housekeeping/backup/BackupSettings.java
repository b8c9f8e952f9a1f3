package dev.timelapse.samples.housekeeping.backup;

import dev.timelapse.scheduler.Retry;
import dev.timelapse.scheduler.cron.CronExpression;
import java.time.Duration;

/**
 * When copies are made, verified and deleted.
 *
 * @param copyAt when a copy is made at each site
 * @param retry when the sites that failed are tried again
 * @param pageWhenOlder the age of the newest verified copy at which somebody is paged
 * @param checkEvery how often that age is checked
 * @param verifyAt when an old copy is verified
 * @param expireAt when expired copies are deleted
 * @param retention the age at which a copy has expired
 * @param keepGood how many good copies stay at each site however old they are
 */
public record BackupSettings(
    CronExpression copyAt,
    Retry retry,
    Duration pageWhenOlder,
    Duration checkEvery,
    CronExpression verifyAt,
    CronExpression expireAt,
    Duration retention,
    int keepGood) {}
