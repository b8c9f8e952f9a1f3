package dev.timelapse.scheduler;

import java.time.Duration;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What runs when: a name, a trigger, a task, and what happens when things go wrong. Immutable; the
 * same job may be added to several schedulers.
 *
 * <pre>{@code
 * Job.named("copy backups off site")
 *     .trigger(cron("0 3 * * *", NEW_YORK))
 *     .onMisfire(Misfire.RUN_ONCE)
 *     .retry(exponential(ofSeconds(10)).upTo(ofMinutes(5)).attempts(6))
 *     .task(backups::copyOffSite)
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Job {

  private final String name;
  private final Trigger trigger;
  private final int priority;
  private final Misfire misfire;
  private final Retry retry;
  private final long jitterNanos;
  private final long lateNanos;
  private final long slowNanos;
  private final Task task;

  private Job(Builder builder, Trigger trigger, Task task) {
    this.name = builder.name;
    this.trigger = trigger;
    this.priority = builder.priority;
    this.misfire = builder.misfire;
    this.retry = builder.retry;
    this.jitterNanos = builder.jitterNanos;
    this.lateNanos = builder.lateNanos;
    this.slowNanos = builder.slowNanos;
    this.task = Objects.requireNonNull(task, "task");
  }

  /**
   * Starts the description of a job.
   *
   * @param name what logs, reports and recordings call it, not blank; unique within a scheduler
   * @return a builder
   * @throws IllegalArgumentException if {@code name} is blank
   */
  public static Builder named(String name) {
    return new Builder(name);
  }

  /**
   * Returns the name.
   *
   * @return the name, not blank
   */
  public String name() {
    return name;
  }

  /**
   * Returns when the job fires.
   *
   * @return the trigger
   */
  public Trigger trigger() {
    return trigger;
  }

  /**
   * Returns which of several events goes first that are due at the same time.
   *
   * @return the priority; lower runs first; 0 by default
   */
  public int priority() {
    return priority;
  }

  /**
   * Returns what happens about missed firings.
   *
   * @return the policy, {@link Misfire#RUN_ONCE} by default
   */
  public Misfire misfire() {
    return misfire;
  }

  /**
   * Returns what happens about failed firings.
   *
   * @return the policy, {@link Retry#never} by default
   */
  public Retry retry() {
    return retry;
  }

  /**
   * Returns by how much a firing may be put off by chance.
   *
   * @return the most, zero by default
   */
  public Duration jitter() {
    return Duration.ofNanos(jitterNanos);
  }

  long jitterNanos() {
    return jitterNanos;
  }

  /** Returns the lateness that is still in order, or a default. */
  long lateNanosOr(long byDefault) {
    return lateNanos == 0 ? byDefault : lateNanos;
  }

  /** Returns the duration that is still in order, or a default. */
  long slowNanosOr(long byDefault) {
    return slowNanos == 0 ? byDefault : slowNanos;
  }

  Task task() {
    return task;
  }

  @Override
  public String toString() {
    return "\"" + name + "\" (" + trigger + ")";
  }

  /** Collects the description of a job. Not safe for use by several threads. */
  public static final class Builder {

    private final String name;
    private @Nullable Trigger trigger;
    private int priority;
    private Misfire misfire = Misfire.RUN_ONCE;
    private Retry retry = Retry.never();
    private long jitterNanos;
    private long lateNanos;
    private long slowNanos;

    private Builder(String name) {
      if (Objects.requireNonNull(name, "name").isBlank()) {
        throw new IllegalArgumentException("a job's name must not be blank");
      }
      this.name = name;
    }

    /**
     * Sets when the job fires. Required.
     *
     * @param when the trigger
     * @return this builder
     */
    public Builder trigger(Trigger when) {
      this.trigger = Objects.requireNonNull(when, "when");
      return this;
    }

    /**
     * Sets which of several events goes first that are due at the same time.
     *
     * @param value the priority; lower runs first; 0 unless set
     * @return this builder
     */
    public Builder priority(int value) {
      this.priority = value;
      return this;
    }

    /**
     * Sets what happens about missed firings.
     *
     * @param policy the policy, {@link Misfire#RUN_ONCE} unless set
     * @return this builder
     */
    public Builder onMisfire(Misfire policy) {
      this.misfire = Objects.requireNonNull(policy, "policy");
      return this;
    }

    /**
     * Sets what happens about failed firings.
     *
     * @param policy the policy, {@link Retry#never} unless set
     * @return this builder
     */
    public Builder retry(Retry policy) {
      this.retry = Objects.requireNonNull(policy, "policy");
      return this;
    }

    /**
     * Puts each regular firing off by chance, so that the same job on many machines does not run
     * everywhere at once. The delay is drawn anew for each firing, evenly from zero to the most,
     * from the scheduler's {@link SchedulerBuilder#random}; but a firing never comes to the next
     * one's regular time. It does not add up, since the next delay is counted from the next regular
     * time, and is no lateness. Retries and {@link ScheduledJob#runNow} have none.
     *
     * @param most the longest delay; zero is none
     * @return this builder
     * @throws IllegalArgumentException if {@code most} is negative
     */
    public Builder jitter(Duration most) {
      if (most.isNegative()) {
        throw new IllegalArgumentException("jitter must not be negative, but is " + most);
      }
      this.jitterNanos = Nanos.of(most);
      return this;
    }

    /**
     * Sets how late a run may start before {@link SchedulerListener#lateBegan} and the log are
     * told.
     *
     * @param threshold the lateness, greater than zero, that is still in order; {@link
     *     SchedulerBuilder#warnWhenLate} unless set
     * @return this builder
     * @throws IllegalArgumentException if {@code threshold} is zero or negative
     */
    public Builder warnWhenLate(Duration threshold) {
      Nanos.requirePositive(threshold, "threshold");
      this.lateNanos = Nanos.of(threshold);
      return this;
    }

    /**
     * Sets how long a run may take before {@link SchedulerListener#slowBegan} and the log are told.
     *
     * @param threshold the duration, greater than zero, that is still in order; {@link
     *     SchedulerBuilder#warnWhenSlow} unless set
     * @return this builder
     * @throws IllegalArgumentException if {@code threshold} is zero or negative
     */
    public Builder warnWhenSlow(Duration threshold) {
      Nanos.requirePositive(threshold, "threshold");
      this.slowNanos = Nanos.of(threshold);
      return this;
    }

    /**
     * Sets what the job does, and completes the description.
     *
     * @param task the work
     * @return the job
     * @throws IllegalStateException if no trigger was set
     */
    public Job task(Task task) {
      Trigger when = trigger;
      if (when == null) {
        throw new IllegalStateException(
            "job \""
                + name
                + "\" has no trigger: call trigger(every(…)), trigger(cron(…)) or the like before task(…)");
      }
      return new Job(this, when, task);
    }
  }
}
