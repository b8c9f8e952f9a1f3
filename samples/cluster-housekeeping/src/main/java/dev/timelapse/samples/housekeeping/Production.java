package dev.timelapse.samples.housekeeping;

import dev.timelapse.samples.housekeeping.backup.Choice;
import dev.timelapse.samples.housekeeping.backup.DirectoryObjectStore;
import dev.timelapse.samples.housekeeping.backup.Site;
import dev.timelapse.samples.housekeeping.backup.ZippedDirectory;
import dev.timelapse.samples.housekeeping.config.BackupConfig;
import dev.timelapse.samples.housekeeping.config.HousekeepingConfig;
import dev.timelapse.samples.housekeeping.fleet.InventoryFile;
import dev.timelapse.samples.housekeeping.fleet.TcpProbe;
import dev.timelapse.samples.housekeeping.paging.LogPager;
import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.TimeSource;
import dev.timelapse.scheduler.fork.ProcessLauncher;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/** The daemon with everything outside it real. */
final class Production {

  private Production() {}

  static Housekeeping housekeeping(
      HousekeepingConfig config,
      Scheduler scheduler,
      TimeSource time,
      HousekeepingListener listener) {
    BackupConfig backup = config.backup();
    // Which old copy is verified need not be secret, only different from one start to the next.
    Choice choice = new SplittableRandom(time.instant().toEpochMilli())::nextInt;
    OutsideWorld outside =
        new OutsideWorld(
            new TcpProbe(config.connectTimeout()),
            new InventoryFile(config.inventory()),
            new ZippedDirectory(backup == null ? Path.of("") : backup.data()),
            backup == null ? List.of() : sites(backup),
            choice,
            ProcessLauncher.system(),
            new LogPager());
    HousekeepingSettings settings =
        new HousekeepingSettings(
            config.fleet(), backup == null ? null : backup.settings(), config.report());
    return new Housekeeping(scheduler, time, settings, outside, listener);
  }

  private static List<Site> sites(BackupConfig backup) {
    return backup.sites().stream()
        .map(site -> new Site(site.name(), new DirectoryObjectStore(site.directory())))
        .toList();
  }
}
