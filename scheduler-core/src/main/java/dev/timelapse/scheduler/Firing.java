package dev.timelapse.scheduler;

import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One run of a task, as listeners see it. The scheduler has a single object of this type and uses
 * it again for the next firing, so that telling listeners allocates nothing: read it during the
 * call, and keep what you need, not the object.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Firing {

  private static final int NO_SLOT = Slots.NONE;

  private final Loop loop;
  private @Nullable Event event;
  private int jobSlot = NO_SLOT;
  private int slot = NO_SLOT;
  private long stamp;
  private int priority;
  private long due;
  private @Nullable Instant dueInstant;
  private long started;
  private long ended;
  private int attempt;
  private long missed;

  Firing(Loop loop) {
    this.loop = loop;
  }

  /** Starts a one-shot that is an object. */
  void start(OneShot starting, long now) {
    event = starting;
    start(starting.due, now);
    dueInstant = starting.dueInstant;
  }

  /** Starts a job, which keeps its slot while it runs. */
  void start(ScheduledJob job, int itsSlot, long now) {
    jobSlot = itsSlot;
    start(job.due, now);
    attempt = job.isExtra() ? 1 : job.attempt;
    if (job.dueInstant != null) {
      dueInstant = job.dueInstant;
    }
  }

  /** Starts a one-shot that has no object; a listener that asks gets one. */
  void start(int itsSlot, long itsStamp, int itsPriority, long itsDue, long now) {
    slot = itsSlot;
    stamp = itsStamp;
    priority = itsPriority;
    start(itsDue, now);
  }

  private void start(long itsDue, long now) {
    due = itsDue;
    attempt = 1;
    missed = 0;
    started = now;
    ended = now;
  }

  void missed(long dropped) {
    missed = dropped;
  }

  void end(long now) {
    ended = now;
  }

  /** Returns when the task started, in elapsed time of the scheduler. */
  long startedAt() {
    return started;
  }

  /** Lets go of the event. */
  void clear() {
    slot = NO_SLOT;
    jobSlot = NO_SLOT;
    if (event != null) {
      event = null;
    }
    if (dueInstant != null) {
      dueInstant = null;
    }
  }

  /**
   * Returns which event this is a firing of.
   *
   * @return the one-shot or {@link ScheduledJob}
   */
  public Event event() {
    Event current = event;
    if (current == null) {
      current = job();
    }
    if (current == null && slot != NO_SLOT) {
      current = new SlotEvent(loop, slot, priority, stamp);
      event = current;
    }
    if (current == null) {
      throw new IllegalStateException(
          "no firing is under way: read a Firing only during a listener's call");
    }
    return current;
  }

  /**
   * Returns the name of the event.
   *
   * @return the job's name, or "one-shot"
   */
  public String name() {
    return slot != NO_SLOT ? SlotEvent.NAME : event().name();
  }

  /**
   * Returns when this firing was due.
   *
   * @return the instant; for an event of elapsed time, what the wall clock would show if it was not
   *     stepped meanwhile
   */
  public Instant due() {
    return dueInstant != null ? dueInstant : loop.clocks.instantAt(due);
  }

  /**
   * Returns how late the task started, in elapsed time.
   *
   * @return nanoseconds between due time and start, at least 0
   */
  public long latenessNanos() {
    return Math.max(0, started - due);
  }

  /**
   * Returns how long the task ran, in elapsed time; 0 before it has ended.
   *
   * @return nanoseconds between start and end
   */
  public long durationNanos() {
    return ended - started;
  }

  /**
   * Returns which attempt at its firing this is.
   *
   * @return 1 for the regular run, 2 for the first {@link Retry}, and so on
   */
  public int attempt() {
    return attempt;
  }

  /**
   * Returns how many firings were dropped that were missed together with this one.
   *
   * @return the number, exact for a {@link FixedRate} and a cron expression; for a {@link
   *     CalendarTrigger} of a user's own it is what its {@link CalendarTrigger#count} says, where 1
   *     stands for one or more unless overridden
   */
  public long missed() {
    return missed;
  }

  /** Looks the job up where it is: storing a reference at each firing is not for nothing. */
  private @Nullable ScheduledJob job() {
    return jobSlot != NO_SLOT && loop.slots().action(jobSlot) instanceof ScheduledJob job
        ? job
        : null;
  }
}
