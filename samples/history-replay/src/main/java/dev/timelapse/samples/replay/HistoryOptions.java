package dev.timelapse.samples.replay;

import dev.timelapse.samples.replay.history.GeneratedHistory;
import dev.timelapse.samples.replay.history.History;
import dev.timelapse.samples.replay.history.HistoryException;
import dev.timelapse.samples.replay.history.Intake;
import dev.timelapse.samples.replay.history.LanlFile;
import dev.timelapse.samples.replay.history.LanlRecords;
import dev.timelapse.samples.replay.history.Period;
import dev.timelapse.samples.replay.history.UnreadableRow;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options that say which history is replayed. */
final class HistoryOptions {

  /** A node of Los Alamos system 20 fails about so often: 2,478 records, 512 nodes, 3.7 years. */
  private static final Duration MEAN_UPTIME = Duration.ofDays(280);

  private static final Instant GENERATED_START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int MOST_NODES = 100_000;
  private static final int MOST_DAYS = 36_500;

  @Option(
      names = "--lanl",
      paramLabel = "FILE",
      description = "Failure records of Los Alamos, LA-UR-05-7318: CSV, plain or gzipped.")
  private @Nullable Path lanl;

  @Option(
      names = "--system",
      paramLabel = "N",
      description = "Which system of that file, by its number.")
  private @Nullable String system;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "First day to replay of that file, as 2003-01-31; else from the first outage.")
  private @Nullable LocalDate from;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "Day at whose start to end; else at the end of the last outage.")
  private @Nullable LocalDate until;

  @Option(names = "--strict", description = "Replay nothing if a row of that file is unreadable.")
  private boolean strict;

  @Option(
      names = "--nodes",
      paramLabel = "N",
      defaultValue = "256",
      description = "Nodes of a generated history (${DEFAULT-VALUE}).")
  private int nodes;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "730",
      description = "Days of a generated history (${DEFAULT-VALUE}).")
  private int days;

  /** A history, and what was noticed when it was read; nothing if it was generated. */
  record Chosen(History history, @Nullable Intake intake) {}

  void check(CommandLine command) {
    boolean generated = lanl == null;
    for (String name : new String[] {"--system", "--from", "--until", "--strict"}) {
      if (generated && given(command, name)) {
        throw new CommandLine.ParameterException(
            command, name + " is about a file of records: give that file with --lanl FILE");
      }
    }
    for (String name : new String[] {"--nodes", "--days"}) {
      if (!generated && given(command, name)) {
        throw new CommandLine.ParameterException(
            command, name + " is about a generated history: leave it out, or leave out --lanl");
      }
    }
    requireWithin(command, "--nodes", nodes, MOST_NODES);
    requireWithin(command, "--days", days, MOST_DAYS);
  }

  /**
   * Reads or generates the history.
   *
   * @throws HistoryException if that cannot be done, or if rows are unreadable and that is fatal
   */
  Chosen read(long seed) throws HistoryException {
    if (lanl == null) {
      Instant end = GENERATED_START.plus(Duration.ofDays(days));
      Period period = new Period(GENERATED_START, end);
      return new Chosen(GeneratedHistory.generate(seed, "node-", nodes, MEAN_UPTIME, period), null);
    }
    LanlRecords records = LanlFile.read(lanl, system);
    Intake intake = records.intake();
    if (strict && intake.unreadable() > 0) {
      throw new HistoryException(refusal(lanl, intake));
    }
    return new Chosen(records.history(from, until), intake);
  }

  private static String refusal(Path file, Intake intake) {
    String rows =
        intake.listed().stream()
            .map(HistoryOptions::line)
            .collect(Collectors.joining("\n", "\n", ""));
    int more = intake.unreadable() - intake.listed().size();
    return "%d rows of %s cannot be read: mend them, or leave out --strict%s%s"
        .formatted(intake.unreadable(), file, rows, more == 0 ? "" : "\n  and " + more + " more");
  }

  private static String line(UnreadableRow row) {
    return "  line %d: %s".formatted(row.line(), row.reason());
  }

  private static boolean given(CommandLine command, String option) {
    return command.getParseResult().hasMatchedOption(option);
  }

  private static void requireWithin(CommandLine command, String option, int value, int most) {
    if (value < 1 || value > most) {
      throw new CommandLine.ParameterException(
          command, "%s is %d: give a number from 1 to %,d".formatted(option, value, most));
    }
  }
}
