package dev.timelapse.samples.housekeeping.config;

import dev.timelapse.samples.housekeeping.backup.BackupSettings;
import dev.timelapse.samples.housekeeping.config.BackupConfig.SiteConfig;
import dev.timelapse.scheduler.Retry;
import dev.timelapse.scheduler.cron.CronExpression;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a configuration file says about copies off site. */
final class BackupReader {

  /** Stands in for an expression that is wrong; is never used. */
  static final CronExpression NEVER_MIND = CronExpression.unix("@yearly", ZoneOffset.UTC);

  private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
  private static final Duration LONGEST_RETRY = Duration.ofMinutes(30);
  private static final int ATTEMPTS = 12;
  private static final int KEEP_GOOD = 3;
  private static final Duration PAGE_WHEN_OLDER = Duration.ofHours(25);
  private static final Duration CHECK_EVERY = Duration.ofMinutes(15);

  private BackupReader() {}

  static @Nullable BackupConfig read(@Nullable Section section, ZoneId zone, Path directory) {
    if (section == null) {
      return null;
    }
    Kind<CronExpression> cron = Kind.cron(zone);
    Kind<Duration> duration = Kind.duration(ConfigFile.SHORTEST, ConfigFile.LONGEST);
    try (section) {
      return new BackupConfig(
          new BackupSettings(
              section.required("copyAt", cron, NEVER_MIND),
              retry(section),
              section.optional("pageWhenOlder", duration, PAGE_WHEN_OLDER),
              section.optional("checkEvery", duration, CHECK_EVERY),
              section.required("verifyAt", cron, NEVER_MIND),
              section.required("expireAt", cron, NEVER_MIND),
              section.required("retention", duration, PAGE_WHEN_OLDER),
              section.optional("keepGood", Kind.integer(1, 10_000), KEEP_GOOD)),
          section.required("data", Kind.path(directory), directory),
          sites(section, directory));
    }
  }

  private static Retry retry(Section backup) {
    Kind<Duration> duration = Kind.duration(ConfigFile.SHORTEST, Duration.ofDays(1));
    try (Section section = backup.sectionOrEmpty("retry")) {
      Duration first = section.optional("first", duration, FIRST_RETRY);
      Duration longest = section.optional("longest", duration, LONGEST_RETRY);
      int attempts = section.optional("attempts", Kind.integer(1, 1_000), ATTEMPTS);
      if (longest.compareTo(first) < 0) {
        section.problem(
            "longest", "must be at least the first delay, " + first + ", not " + longest);
        return Retry.never();
      }
      return Retry.exponential(first).upTo(longest).attempts(attempts);
    }
  }

  private static List<SiteConfig> sites(Section section, Path directory) {
    List<SiteConfig> sites = new ArrayList<>();
    Names names = new Names("name");
    Names directories = new Names("directory");
    for (Section item : section.sections("sites")) {
      try (item) {
        String name = item.required("name", Kind.name(), "");
        Path path = item.required("directory", Kind.path(directory), directory);
        names.add(item, name);
        directories.add(item, path.equals(directory) ? "" : path.normalize().toString());
        sites.add(new SiteConfig(name, path));
      }
    }
    return sites;
  }
}
