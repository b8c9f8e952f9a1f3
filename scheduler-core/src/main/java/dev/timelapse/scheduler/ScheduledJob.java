package dev.timelapse.scheduler;

import org.apiguardian.api.API;

/**
 * A handle on a {@link Job} that was added to a scheduler. It stays the same from firing to firing.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ScheduledJob extends ArmedEvent {

  private final Job job;
  final Cadence cadence;

  /** Which attempt at the firing at hand is next or running, counted from 1. */
  int attempt = 1;

  /** How many missed firings were made up for in a row. */
  private int catchUps;

  ScheduledJob(Loop loop, Job job, Clocks clocks) {
    super(loop, job.priority());
    this.job = job;
    this.cadence = Cadence.of(job.trigger(), clocks);
    armRegular();
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

  /** Takes the due time of the regular firing that the cadence has come to. */
  void armRegular() {
    attempt = 1;
    due = cadence.due;
    dueInstant = cadence.dueInstant;
    foreground = job.trigger() instanceof Once;
  }

  /** Takes the due time of another attempt at the firing at hand. */
  void armRetry(long retryDue) {
    attempt++;
    due = retryDue;
    dueInstant = null;
    foreground = true;
  }

  /**
   * Applies the misfire policy to the firing at hand, which is about to start. Answers how many
   * firings are dropped, the one at hand included if the policy is to skip.
   */
  long dropMissed(Clocks clocks) {
    long missed = attempt > 1 ? 0 : cadence.missed(clocks);
    if (missed == 0) {
      catchUps = 0;
      return 0;
    }
    if (job.misfire() == Misfire.RUN_ALL && catchUps < Misfire.RUN_ALL_BOUND) {
      catchUps++;
      return 0;
    }
    catchUps = 0;
    cadence.skipMissed(missed, clocks);
    return job.misfire() == Misfire.SKIP ? missed + 1 : missed;
  }

  /** Takes the cadence to the regular firing after the one that has just run. */
  void advance(Clocks clocks) {
    if (attempt == 1) {
      cadence.next(clocks);
    } else {
      cadence.retried(clocks);
    }
  }

  @Override
  long lane() {
    return attempt == 1 ? cadence.lane() : EventQueue.NO_LANE;
  }

  @Override
  boolean onWallClock() {
    return cadence.onWallClock();
  }

  @Override
  void recompute(Clocks clocks) {
    cadence.recompute(clocks);
    if (attempt == 1) {
      due = cadence.due;
      dueInstant = cadence.dueInstant;
    }
  }
}
