package dev.timelapse.samples.housekeeping.config;

import dev.timelapse.samples.housekeeping.backup.BackupSettings;
import java.nio.file.Path;
import java.util.List;

/**
 * Copies off site.
 *
 * @param settings when they are made, verified and deleted
 * @param data the directory that is copied
 * @param sites where to
 */
public record BackupConfig(BackupSettings settings, Path data, List<SiteConfig> sites) {

  /** Copies the list. */
  public BackupConfig {
    sites = List.copyOf(sites);
  }

  /**
   * A site that is a directory.
   *
   * @param name unique among the sites
   * @param directory where its copies are
   */
  public record SiteConfig(String name, Path directory) {}
}
