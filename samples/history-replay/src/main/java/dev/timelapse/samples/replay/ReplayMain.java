package dev.timelapse.samples.replay;

import dev.timelapse.samples.replay.history.History;
import dev.timelapse.samples.replay.history.HistoryException;
import dev.timelapse.samples.replay.report.FleetPicture;
import dev.timelapse.samples.replay.report.JsonSummary;
import dev.timelapse.samples.replay.report.Summary;
import dev.timelapse.samples.replay.report.TextSummary;
import dev.timelapse.samples.replay.report.Timing;
import dev.timelapse.samples.replay.run.Replay;
import dev.timelapse.samples.replay.run.Result;
import dev.timelapse.scheduler.TimeSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The program: replays a history through the daemon, and prints what would have happened. */
@Command(
    name = "history-replay",
    mixinStandardHelpOptions = true,
    version = "history-replay 0.1.0-SNAPSHOT",
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Replays recorded node outages through the cluster housekeeping daemon, on a compressed",
      "timeline, and prints what would have happened. Without --lanl, a generated history.",
      ""
    })
public final class ReplayMain implements Callable<Integer> {

  private static final int OK = 0;
  private static final int BAD_INPUT = CommandLine.ExitCode.USAGE;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final HistoryOptions history = new HistoryOptions();

  @Mixin private final DaemonOptions daemon = new DaemonOptions();

  @Option(names = "--json", paramLabel = "FILE", description = "Write the summary as JSON, too.")
  private @Nullable Path json;

  @Option(names = "--svg", paramLabel = "FILE", description = "Draw the fleet over time.")
  private @Nullable Path svg;

  private final TimeSource realTime;
  private final boolean terminal;

  ReplayMain(TimeSource realTime, boolean terminal) {
    this.realTime = realTime;
    this.terminal = terminal;
  }

  /** Runs the program and exits: 0 if it did what was asked, 2 if the input was not usable. */
  public static void main(String[] arguments) {
    System.exit(commandLine(TimeSource.system(), Terminal.isPresent()).execute(arguments));
  }

  static CommandLine commandLine(TimeSource realTime, boolean terminal) {
    return new CommandLine(new ReplayMain(realTime, terminal))
        .registerConverter(Duration.class, ReplayMain::duration)
        .registerConverter(LocalDate.class, ReplayMain::date)
        .setParameterExceptionHandler(
            (problem, arguments) -> {
              CommandLine command = problem.getCommandLine();
              command.getErr().println("history-replay: " + problem.getMessage());
              command.getErr().println("Try history-replay --help.");
              return BAD_INPUT;
            });
  }

  private static Duration duration(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "'" + text + "' is not a duration: write PT5M for five minutes, PT30S for half a minute");
    }
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("'" + text + "' is not a date: write it as 2003-01-31");
    }
  }

  @Override
  public Integer call() throws IOException {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    history.check(command);
    daemon.check(command);
    requireDirectory(command, json);
    requireDirectory(command, svg);
    HistoryOptions.Chosen chosen;
    try {
      chosen = history.read(daemon.seed());
    } catch (HistoryException e) {
      command.getErr().println("history-replay: " + e.getMessage());
      return BAD_INPUT;
    }
    long started = realTime.nanoTime();
    Result result = replay(chosen);
    Duration real = Duration.ofNanos(realTime.nanoTime() - started);
    report(command.getOut(), result, Timing.of(result.summary().run(), real));
    return OK;
  }

  private Result replay(HistoryOptions.Chosen chosen) {
    if (!terminal) {
      return run(chosen, instant -> {});
    }
    History replayed = chosen.history();
    try (ProgressMeter meter =
        ProgressMeter.onTerminal(replayed.period(), replayed.zone(), realTime)) {
      return run(chosen, meter);
    }
  }

  private Result run(HistoryOptions.Chosen chosen, Consumer<Instant> progress) {
    return Replay.run(chosen.history(), chosen.intake(), daemon.scenario(), progress);
  }

  private void report(PrintWriter out, Result result, Timing timing) throws IOException {
    Summary summary = result.summary();
    out.print(TextSummary.of(summary));
    out.print(TextSummary.of(timing));
    out.flush();
    if (json != null) {
      Files.writeString(json, JsonSummary.of(summary, timing));
    }
    if (svg != null) {
      Files.writeString(svg, FleetPicture.of(summary, result.nodesDown(), result.sparesLeft()));
    }
  }

  /** Fails before the replay, rather than after it, if a file cannot be written. */
  private static void requireDirectory(CommandLine command, @Nullable Path file) {
    if (file == null) {
      return;
    }
    Path directory = file.toAbsolutePath().getParent();
    if (directory == null || !Files.isWritable(directory) || Files.isDirectory(file)) {
      throw new CommandLine.ParameterException(
          command, "cannot write " + file + ": give a file in a directory that can be written");
    }
  }
}
