package dev.timelapse.samples.housekeeping.config;

import dev.timelapse.samples.housekeeping.fleet.FleetSettings;
import dev.timelapse.samples.housekeeping.report.ReportSettings;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The daemon's configuration file, in YAML. */
public final class ConfigFile {

  private static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration DEFAULT_REPORT_TIME_LIMIT = Duration.ofMinutes(10);
  private static final int DEFAULT_REPORT_HEAP_MEGABYTES = 64;

  static final Duration SHORTEST = Duration.ofMillis(1);
  static final Duration LONGEST = Duration.ofDays(3_650);

  private final Path directory;

  private ConfigFile(Path directory) {
    this.directory = directory;
  }

  /**
   * Reads a file.
   *
   * @throws ConfigException if anything is wrong with what it says, telling all of it
   * @throws IOException if it cannot be read
   */
  public static HousekeepingConfig read(Path file) throws ConfigException, IOException {
    Problems problems = new Problems();
    String yaml;
    try {
      yaml = Files.readString(file);
    } catch (MalformedInputException e) {
      throw new IOException(file + " is not text in UTF-8", e);
    }
    Path directory = file.toAbsolutePath().getParent();
    ConfigFile reader = new ConfigFile(directory == null ? file : directory);
    Value root = YamlTree.read(yaml, problems);
    if (root == YamlTree.NOTHING) {
      throw new ConfigException(problems.lines(file.toString()));
    }
    HousekeepingConfig config = reader.config(root, problems);
    if (!problems.isEmpty()) {
      throw new ConfigException(problems.lines(file.toString()));
    }
    return config;
  }

  private HousekeepingConfig config(Value root, Problems problems) {
    try (Section top = new Section(root, "", problems);
        Section probe = top.sectionOrEmpty("probe")) {
      ZoneId zone = top.optional("zone", Kind.zone(), ZoneOffset.UTC);
      Path state = top.required("stateDirectory", Kind.path(directory), directory);
      FleetSettings fleet = FleetReader.read(top, probe);
      Duration timeout =
          probe.optional(
              "connectTimeout",
              Kind.duration(SHORTEST, Duration.ofMinutes(5)),
              DEFAULT_CONNECT_TIMEOUT);
      return new HousekeepingConfig(
          timeout,
          fleet,
          state.resolve("inventory.csv"),
          BackupReader.read(top.section("backup"), zone, directory),
          report(top.section("report"), zone, state));
    }
  }

  private @Nullable ReportSettings report(@Nullable Section section, ZoneId zone, Path state) {
    if (section == null) {
      return null;
    }
    try (section) {
      return new ReportSettings(
          section.required("at", Kind.cron(zone), BackupReader.NEVER_MIND),
          state.resolve("state.json"),
          section.optional("file", Kind.path(directory), state.resolve("capacity.csv")),
          section.optional(
              "timeLimit", Kind.duration(SHORTEST, Duration.ofDays(1)), DEFAULT_REPORT_TIME_LIMIT),
          section.optional(
              "heapMegabytes", Kind.integer(8, 65_536), DEFAULT_REPORT_HEAP_MEGABYTES));
    }
  }
}
