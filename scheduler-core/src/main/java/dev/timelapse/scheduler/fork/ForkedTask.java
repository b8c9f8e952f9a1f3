package dev.timelapse.scheduler.fork;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.Task;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that is done by a process of its own: a command, or a Java main class. Immutable: each
 * method that sets something returns a changed copy. May be run many times, also by several
 * threads.
 *
 * <pre>{@code
 * Job.named("capacity report")
 *     .trigger(cron("0 4 1 * *", UTC))
 *     .task(ForkedTask.java(JavaProgram.main(ReportMain.class).maxHeapMegabytes(256))
 *         .timeLimit(ofMinutes(20)))
 * }</pre>
 *
 * <p>As a task it waits, and the scheduler with it, and it fails unless the process exits with 0.
 * {@link #await} waits and answers the outcome, whatever it is. {@link #start} goes on, and the
 * outcome comes as an event of the scheduler.
 *
 * <p>The process finds its input empty. What it writes to its standard output and its standard
 * error is read as one stream, so that the order in which it was written remains, as UTF-8, and
 * handed over line by line: to this class's log, or to a consumer. It never blocks the process:
 * what exceeds the limit on output, or 8192 bytes in one line, is counted and dropped.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ForkedTask implements Task {

  static final Logger LOG = LoggerFactory.getLogger(ForkedTask.class);

  private final String name;
  private final List<String> command;
  private final ForkSurroundings surroundings;
  private final ForkLimits limits;
  private final @Nullable Consumer<String> output;
  private final ProcessLauncher launcher;

  private ForkedTask(
      String name,
      List<String> command,
      ForkSurroundings surroundings,
      ForkLimits limits,
      @Nullable Consumer<String> output,
      ProcessLauncher launcher) {
    this.name = name;
    this.command = command;
    this.surroundings = surroundings;
    this.limits = limits;
    this.output = output;
    this.launcher = Objects.requireNonNull(launcher, "launcher");
  }

  /**
   * Starts the description of a task that runs a command. It is named after the program.
   *
   * @param program the program, found on this JVM's {@code PATH} if it is a bare name
   * @param arguments its arguments; no shell reads them
   * @return the task
   * @throws IllegalArgumentException if the program is blank
   */
  public static ForkedTask command(String program, String... arguments) {
    if (program.isBlank()) {
      throw new IllegalArgumentException("the program of a command must not be blank");
    }
    Path file = Path.of(program).getFileName();
    return of(
        file == null ? program : file.toString(),
        Stream.concat(Stream.of(program), Arrays.stream(arguments)).toList());
  }

  /**
   * Starts the description of a task that runs a Java program. It is named after the main class.
   *
   * @param program the program
   * @return the task
   * @throws IllegalStateException if the program has no class path
   */
  public static ForkedTask java(JavaProgram program) {
    return of(program.name(), List.copyOf(program.command()));
  }

  private static ForkedTask of(String name, List<String> command) {
    return new ForkedTask(
        name,
        command,
        ForkSurroundings.INHERITED,
        ForkLimits.DEFAULT,
        null,
        ProcessLauncher.system());
  }

  /**
   * Sets what logs and errors call it. They never show its arguments, which may be secret.
   *
   * @param newName the name
   * @return a changed copy
   */
  public ForkedTask named(String newName) {
    return new ForkedTask(newName, command, surroundings, limits, output, launcher);
  }

  /**
   * Sets the working directory; this JVM's unless set.
   *
   * @param directory the directory; if there is none, the process cannot be started
   * @return a changed copy
   */
  public ForkedTask directory(Path directory) {
    return at(surroundings.in(directory));
  }

  /**
   * Sets an environment variable, beside those that are inherited from this JVM.
   *
   * @param variable its name
   * @param value its value
   * @return a changed copy
   * @throws IllegalArgumentException if the name is empty or has a {@code =}
   */
  public ForkedTask environment(String variable, String value) {
    return at(surroundings.with(variable, value));
  }

  /**
   * Keeps an environment variable from being inherited.
   *
   * @param variable its name
   * @return a changed copy
   * @throws IllegalArgumentException if the name is empty or has a {@code =}
   */
  public ForkedTask withoutEnvironment(String variable) {
    return at(surroundings.without(variable));
  }

  /**
   * Limits how long the process may run; an hour unless set. Real processes run in real time: the
   * limit is on the machine's elapsed clock, unless a launcher of a simulation stands in.
   *
   * @param limit the limit
   * @return a changed copy
   * @throws IllegalArgumentException if the limit is zero or negative
   */
  public ForkedTask timeLimit(Duration limit) {
    return within(new ForkLimits(limit, limits.grace(), limits.outputBytes()));
  }

  /**
   * Sets how long the processes of a tree may take to end when asked to, before they are made to; 5
   * s unless set. Zero does not ask.
   *
   * @param grace how long; on the same clock as the time limit
   * @return a changed copy
   * @throws IllegalArgumentException if the grace is negative
   */
  public ForkedTask grace(Duration grace) {
    return within(new ForkLimits(limits.time(), grace, limits.outputBytes()));
  }

  /**
   * Limits how much output is handed over; 256 KiB unless set.
   *
   * @param bytes the limit
   * @return a changed copy
   * @throws IllegalArgumentException if {@code bytes} is negative
   */
  public ForkedTask outputLimit(int bytes) {
    return within(new ForkLimits(limits.time(), limits.grace(), bytes));
  }

  /**
   * Hands the output to a consumer instead of the log. It is called on the thread that waits, or
   * with {@link #start} in events of the scheduler, several times a second. If it throws, it is not
   * called again, and what it threw is thrown again when the process has ended.
   *
   * @param lines takes a line, without its end
   * @return a changed copy
   */
  public ForkedTask output(Consumer<String> lines) {
    return new ForkedTask(name, command, surroundings, limits, lines, launcher);
  }

  /**
   * Sets what starts the process; {@link ProcessLauncher#system} unless set.
   *
   * @param starter the launcher
   * @return a changed copy
   */
  public ForkedTask launcher(ProcessLauncher starter) {
    return new ForkedTask(name, command, surroundings, limits, output, starter);
  }

  private ForkedTask at(ForkSurroundings place) {
    return new ForkedTask(name, command, place, limits, output, launcher);
  }

  private ForkedTask within(ForkLimits changed) {
    return new ForkedTask(name, command, surroundings, changed, output, launcher);
  }

  /**
   * Runs the process and waits for it.
   *
   * @throws ForkFailedException if it did not exit with 0
   * @throws InterruptedException if the calling thread was interrupted: the process tree has been
   *     ended. A scheduler sets the thread's interrupt again and ends its {@link Scheduler#run}
   */
  @Override
  public void run() throws ForkFailedException, InterruptedException {
    Lines lines = new Lines(this, output);
    ForkResult result = run(lines);
    if (!result.outcome().succeeded()) {
      ForkFailedException failure = new ForkFailedException(this, result);
      lines.failure().ifPresent(failure::addSuppressed);
      throw failure;
    }
    lines.throwFailure();
  }

  /**
   * Runs the process, waits for it, and answers what became of it, whatever that is.
   *
   * @return the result
   * @throws InterruptedException if the calling thread was interrupted: the process tree has been
   *     ended
   */
  public ForkResult await() throws InterruptedException {
    Lines lines = new Lines(this, output);
    ForkResult result = run(lines);
    lines.throwFailure();
    return result;
  }

  private ForkResult run(Lines lines) throws InterruptedException {
    ForkResult result = launcher.run(this, lines);
    lines.logDropped(result.output());
    return result;
  }

  /**
   * Starts the process and goes on. Its outcome, and before that its output, come as events of a
   * scheduler, due at once and with priority 0: they overlap with nothing else that runs on it.
   * When the scheduler is closed, the process goes on until it is {@linkplain RunningFork#cancel
   * cancelled}, and its outcome is only logged.
   *
   * @param scheduler the scheduler
   * @param then takes the result, also when the process could not be started; it is called once
   * @return a handle on the process
   */
  public RunningFork start(Scheduler scheduler, Consumer<? super ForkResult> then) {
    return launcher.start(this, new ForkEvents(this, scheduler, new Lines(this, output), then));
  }

  /**
   * Returns the program and its arguments.
   *
   * @return the words, at least one
   */
  public List<String> command() {
    return command;
  }

  /**
   * Returns where the process runs.
   *
   * @return directory and environment
   */
  public ForkSurroundings surroundings() {
    return surroundings;
  }

  /**
   * Returns within which limits the process runs.
   *
   * @return its limits
   */
  public ForkLimits limits() {
    return limits;
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }
}
