package dev.timelapse.samples.housekeeping;

import dev.timelapse.samples.housekeeping.config.ConfigException;
import dev.timelapse.samples.housekeeping.config.ConfigFile;
import dev.timelapse.samples.housekeeping.config.HousekeepingConfig;
import dev.timelapse.samples.housekeeping.fleet.NodeSettings;
import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.TimeSource;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the daemon from a configuration file, until the process is told to end. */
@Command(
    name = "cluster-housekeeping",
    mixinStandardHelpOptions = true,
    description = "Keeps a cluster's nodes, services and backups in order.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:The configuration is right (--check), or the daemon was told to end.",
      "1:The daemon could not start.",
      "2:The command line or the configuration is wrong; nothing was started."
    })
public final class HousekeepingMain implements Callable<Integer> {

  private static final String LOGBACK = "logback.configurationFile";

  @Parameters(index = "0", paramLabel = "CONFIG", description = "The configuration file, in YAML.")
  private Path file = Path.of("");

  @Option(names = "--check", description = "Only say whether the configuration is right.")
  private boolean check;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs the command line, and ends the process with its exit status. */
  public static void main(String[] args) {
    if (System.getProperty(LOGBACK) == null) {
      System.setProperty(LOGBACK, "housekeeping-logback.xml");
    }
    System.exit(new CommandLine(new HousekeepingMain()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    HousekeepingConfig config;
    try {
      config = ConfigFile.read(file);
    } catch (ConfigException e) {
      e.problems().forEach(spec.commandLine().getErr()::println);
      return CommandLine.ExitCode.USAGE;
    } catch (NoSuchFileException e) {
      return refuse("there is no file " + file);
    } catch (IOException e) {
      return refuse(file + " cannot be read: " + e.getMessage());
    }
    if (check) {
      spec.commandLine().getOut().println(file + " is right: " + summary(config));
    } else {
      run(config);
    }
    return CommandLine.ExitCode.OK;
  }

  private int refuse(String message) {
    spec.commandLine().getErr().println(message);
    return CommandLine.ExitCode.USAGE;
  }

  private static void run(HousekeepingConfig config) throws Exception {
    TimeSource time = TimeSource.system();
    try (Scheduler scheduler = Scheduler.using(time).build()) {
      EndOfProcess end = EndOfProcess.closing(scheduler);
      try {
        Production.housekeeping(config, scheduler, time, new LogListener()).start();
        scheduler.run();
      } finally {
        end.lastTaskEnded();
      }
    }
  }

  private static String summary(HousekeepingConfig config) {
    long spares = config.fleet().nodes().stream().filter(NodeSettings::spare).count();
    return "%d nodes, %d of them spares; %d services; %s; %s"
        .formatted(
            config.fleet().nodes().size(),
            spares,
            config.fleet().services().size(),
            config.backup() == null
                ? "no backups"
                : "copies to %d sites, %s"
                    .formatted(
                        config.backup().sites().size(),
                        config.backup().settings().copyAt().describe()),
            config.report() == null ? "no report" : "report " + config.report().at().describe());
  }
}
