package dev.timelapse.scheduler;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

/**
 * Where a job stands: which firing is at hand, its attempts and its jitter, what was asked for by
 * hand, and what follows. But for pausing and asking, only the scheduler's owner touches it.
 */
abstract sealed class Series extends ArmedEvent permits ScheduledJob {

  private static final long NOT_ASKED = Nanos.NEVER;

  private static final VarHandle PAUSED;

  static {
    try {
      PAUSED = MethodHandles.lookup().findVarHandle(Series.class, "paused", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  final Job job;
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

  Series(Loop loop, Job job, Clocks clocks) {
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

  /** Pauses it or ends that, on any thread. Answers whether this call did. */
  boolean markPaused(boolean value) {
    return !hasEnded() && PAUSED.compareAndSet(this, !value, value);
  }

  /** Asks for a run by hand, on any thread; {@link #queueExtra} follows. Answers whether it did. */
  boolean askForExtra() {
    return !hasEnded() && asked.compareAndSet(false, true);
  }

  /** Has the run that was asked for by hand come next. */
  void queueExtra(long elapsed) {
    extraDue = elapsed;
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
