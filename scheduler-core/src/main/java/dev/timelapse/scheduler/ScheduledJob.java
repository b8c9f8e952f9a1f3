package dev.timelapse.scheduler;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * A handle on a {@link Job} that was added to a scheduler. It stays the same from firing to firing.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ScheduledJob extends ArmedEvent {

  private static final long NOT_ASKED = Nanos.NEVER;

  private static final VarHandle PAUSED;

  static {
    try {
      PAUSED = MethodHandles.lookup().findVarHandle(ScheduledJob.class, "paused", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Job job;
  final Task task;
  final Tally tally;
  private final Cadence cadence;
  private final boolean jittery;
  private final boolean recurring;

  private volatile boolean paused;

  /** Whether a run was asked for by hand that has not started yet. */
  private final AtomicBoolean asked = new AtomicBoolean();

  // The rest is the owner's.

  /** Which attempt at the firing at hand is next or running, counted from 1. */
  int attempt = 1;

  /** How much later than the cadence says the regular firing at hand is due. */
  private long jitter;

  /** When the next attempt is due, if that is not the first. */
  private long retryDue;

  /** When the run is due that was asked for by hand. */
  private long extraDue = NOT_ASKED;

  /** Whether what waits or runs is one that was asked for by hand, and not one of the series. */
  private boolean extra;

  /** Whether it is out of the queue because it runs. */
  private boolean running;

  /** Whether the regular firing at hand has been started. */
  private boolean begun;

  /** How many missed firings were made up for in a row. */
  private int catchUps;

  /**
   * Whether what waits is a regular firing of a rate or delay, without jitter, and nothing is out
   * of the ordinary: as nearly all are.
   */
  private boolean plain;

  ScheduledJob(Loop loop, Job job, Clocks clocks) {
    super(loop, job.priority());
    Settings settings = loop.settings;
    boolean drawn = job.jitterNanos() > 0 || job.retry().isJittered();
    if (drawn && settings.random() == null) {
      throw new IllegalArgumentException(
          "job \""
              + job.name()
              + "\" has jitter"
              + (job.jitterNanos() > 0 ? " of up to " + job.jitter() : " in its retries")
              + ", but its scheduler has nothing to draw it from: give its builder a generator"
              + " with random(…)");
    }
    this.job = job;
    this.task = job.task();
    this.jittery = job.jitterNanos() > 0;
    this.recurring = !(job.trigger() instanceof Once);
    this.cadence = Cadence.of(job.trigger(), clocks, settings.clockSteps());
    this.tally =
        new Tally(job.lateNanosOr(settings.lateNanos()), job.slowNanosOr(settings.slowNanos()));
    drawJitter();
    arm();
  }

  /**
   * Returns the job.
   *
   * @return the description that was added
   */
  public Job job() {
    return job;
  }

  @Override
  public String name() {
    return job.name();
  }

  /**
   * Returns how the job is doing.
   *
   * @return a copy, as of now
   */
  public JobStatus status() {
    Tally.Reading now = tally.read();
    JobStatus.Outcome outcome =
        now.failure() == null ? JobStatus.Outcome.SUCCEEDED : JobStatus.Outcome.FAILED;
    return new JobStatus(
        name(),
        job.trigger().describe(),
        paused,
        now.isRunning(),
        due(),
        now.runs(),
        now.runs() == 0 ? null : loop.clocks.instantAt(now.startedAt()),
        Duration.ofNanos(now.latenessNanos()),
        now.hasEnded() ? outcome : null,
        Duration.ofNanos(now.durationNanos()),
        now.failure(),
        now.failuresInRow());
  }

  /**
   * Takes the job out of the queue until {@link #resume}, but keeps its place in its series. A run
   * that has begun goes on to its end, and its retry waits as well. A paused job is not pending and
   * does not keep {@link Scheduler#runUntilIdle} from returning; it can be cancelled, and {@link
   * #runNow} runs it.
   *
   * @return true if this call paused it; false if it was paused already, has ended, or was
   *     cancelled
   */
  public boolean pause() {
    return setPaused(true);
  }

  /**
   * Puts a paused job back into the queue, with the due time that it has in its series. What came
   * due meanwhile is late, as after a stall: it is due at once, its {@link Misfire} decides about
   * more than one, and its lateness counts from its due time. So it is with a retry that waited.
   *
   * @return true if this call resumed it; false if it was not paused, has ended, or was cancelled
   */
  public boolean resume() {
    return setPaused(false);
  }

  /**
   * Asks for one run now, beside the series, whose due times stay as they are. It takes its place
   * in the order of events as any that is due now, with the job's priority; asked for while the job
   * runs, it comes after that run. It is not retried and has nothing to do with a retry that waits.
   * A paused job runs, too, and stays paused.
   *
   * @return true if this call asked for it; false if one that was asked for has not started yet, or
   *     if the job has ended or was cancelled
   * @throws IllegalStateException if the scheduler is closed
   */
  public boolean runNow() {
    loop.requireOpen(name());
    boolean asks = !hasEnded() && asked.compareAndSet(false, true);
    if (asks) {
      long now = loop.clocks.elapsed();
      loop.rearrange(this, () -> extraDue = now);
    }
    return asks;
  }

  /**
   * Returns the job's regular firings between two instants, as things stand: if it is neither
   * paused nor cancelled, the wall clock not stepped, and, for a {@link FixedDelay}, its task takes
   * no time. What is overdue counts with its due time; jitter, retries and runs asked for by hand
   * are left out. A paused job has none.
   *
   * @param from the first instant
   * @param until the instant before which it ends
   * @return the firings in order, computed as the stream is read; finite if {@code until} is
   */
  public Stream<PlannedFiring> preview(Instant from, Instant until) {
    return loop.preview(List.of(this), from, until);
  }

  private boolean setPaused(boolean value) {
    boolean changes = !hasEnded() && PAUSED.compareAndSet(this, !value, value);
    if (changes) {
      loop.rearrange(this, () -> {});
    }
    return changes;
  }

  /** Takes the due time of what comes next, and answers whether anything does. */
  boolean arm() {
    running = false;
    extra = extraDue != NOT_ASKED;
    if (extra) {
      armAt(extraDue);
    } else if (attempt > 1) {
      armAt(retryDue);
    } else {
      armRegular();
    }
    return extra || !paused;
  }

  private void armAt(long elapsed) {
    plain = false;
    due = elapsed;
    dueInstant = null;
    foreground = true;
  }

  private void armRegular() {
    plain = cadence.lane != EventQueue.NO_LANE && !jittery && catchUps == 0;
    due = regularDue();
    if (cadence.onWallClock()) {
      Instant instant = cadence.dueInstant;
      dueInstant = instant == null || jitter == 0 ? instant : Nanos.plus(instant, jitter);
    }
    foreground = !recurring;
  }

  /** Answers whether the firing at hand is a plain one that runs, and none after it is due, too. */
  boolean isPlain(long now) {
    return plain && now - due < cadence.slack && !hasEnded();
  }

  /** Takes account of a plain run that is about to start. */
  void beginPlain() {
    running = true;
    begun = true;
  }

  /** Goes from a plain firing to the next, unless something has come up. Answers whether it did. */
  boolean goOn(Clocks clocks) {
    if (hasEnded() || paused || extraDue != NOT_ASKED) {
      return false;
    }
    running = false;
    begun = false;
    cadence.next(clocks);
    due = cadence.due;
    return true;
  }

  @Override
  boolean isRecurring() {
    return recurring;
  }

  /** Returns when the regular firing at hand is due, its jitter included. */
  long regularDue() {
    return Nanos.plus(cadence.due, jitter);
  }

  /** Takes account of a run that is about to start. */
  void begin() {
    running = true;
    if (extra) {
      extraDue = NOT_ASKED;
      asked.set(false);
    } else {
      begun = attempt == 1;
    }
  }

  /**
   * Applies the misfire policy to the firing at hand, which is about to start. Answers how many
   * firings are dropped, the one at hand included if the policy is to skip.
   */
  long dropMissed(Clocks clocks, long now) {
    if (extra) {
      return 0;
    }
    boolean maybe = attempt == 1 && now - jitter - cadence.due >= cadence.slack;
    long missed = maybe ? cadence.missed(clocks, jitter) : 0;
    if (missed == 0) {
      catchUps = 0;
      return 0;
    }
    if (job.misfire() == Misfire.RUN_ALL && catchUps < Misfire.RUN_ALL_BOUND) {
      catchUps++;
      return 0;
    }
    catchUps = 0;
    cadence.skipMissed(missed, clocks, jitter);
    return job.misfire() == Misfire.SKIP ? missed + 1 : missed;
  }

  /** Takes the cadence to the regular firing after the one that has just run. */
  void advance(Clocks clocks) {
    if (begun) {
      begun = false;
      cadence.next(clocks);
      if (jittery) {
        drawJitter();
      }
    } else {
      if (!extra) {
        cadence.retried(clocks);
      }
      recomputeRegular(clocks);
    }
  }

  private void drawJitter() {
    RandomGenerator random = loop.settings.random();
    if (random != null && job.jitterNanos() > 0) {
      long most = Math.min(job.jitterNanos(), cadence.gap() - 1);
      jitter = most <= 0 ? 0 : random.nextLong(most + 1);
    }
  }

  /** Has the firing at hand attempted again. */
  void retryAt(long elapsed) {
    attempt++;
    retryDue = elapsed;
  }

  /** Has the firing at hand done with. */
  void noRetry() {
    attempt = 1;
  }

  /** Answers whether nothing more comes: neither of the series, nor a retry, nor asked for. */
  boolean isOver() {
    return cadence.due == Nanos.NEVER
        && cadence.hasEnded()
        && attempt == 1
        && extraDue == NOT_ASKED;
  }

  /** Answers whether what waits or runs is one that was asked for by hand. */
  boolean isExtra() {
    return extra;
  }

  /** Answers whether it is out of the queue because it runs. */
  boolean isRunning() {
    return running;
  }

  /** Returns the firings to come, as things stand. */
  Plan plan(Clocks clocks) {
    return paused || hasEnded() ? Plan.NONE : cadence.plan(clocks, begun);
  }

  @Override
  boolean isHeld() {
    return paused;
  }

  /** Returns the time between two regular firings, if that is always the same. */
  long period() {
    return cadence.lane;
  }

  @Override
  long lane() {
    return attempt > 1 || extra || jittery ? EventQueue.NO_LANE : cadence.lane;
  }

  @Override
  boolean onWallClock() {
    return cadence.onWallClock();
  }

  @Override
  void recompute(Clocks clocks) {
    recomputeRegular(clocks);
    if (attempt == 1 && !extra) {
      armRegular();
    }
  }

  private void recomputeRegular(Clocks clocks) {
    Instant before = cadence.dueInstant;
    cadence.recompute(clocks);
    if (!Objects.equals(before, cadence.dueInstant)) {
      drawJitter();
    }
  }
}
