package dev.timelapse.scheduler;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link Scheduler} starts with. Not safe for use by several threads. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SchedulerBuilder {

  private final TimeSource time;
  private final List<Job> jobs = new ArrayList<>();
  private final List<SchedulerListener> listeners = new ArrayList<>();
  private @Nullable RandomGenerator random;
  private ClockSteps clockSteps = ClockSteps.AFRESH;
  private long lateNanos = Nanos.NEVER;
  private long slowNanos = Nanos.NEVER;

  SchedulerBuilder(TimeSource time) {
    this.time = Objects.requireNonNull(time, "time");
  }

  /**
   * Adds a job.
   *
   * @param job the job
   * @return this builder
   */
  public SchedulerBuilder job(Job job) {
    jobs.add(Objects.requireNonNull(job, "job"));
    return this;
  }

  /**
   * Adds a job that has nothing special about it.
   *
   * @param name what logs, reports and recordings call it
   * @param trigger when it fires
   * @param task what it does
   * @return this builder
   */
  public SchedulerBuilder job(String name, Trigger trigger, Task task) {
    return job(Job.named(name).trigger(trigger).task(task));
  }

  /**
   * Adds a listener.
   *
   * @param listener the listener
   * @return this builder
   */
  public SchedulerBuilder listener(SchedulerListener listener) {
    listeners.add(Objects.requireNonNull(listener, "listener"));
    return this;
  }

  /**
   * Sets the source of all chance, from which {@linkplain Job.Builder#jitter jitter}, also that
   * {@linkplain Retry#jitter of retries}, is drawn. Unless set, a simulation draws from its own
   * seed; elsewhere there is none, and a job with jitter is refused: in production give a {@code
   * SecureRandom} or a generator of any seed. It is used by one thread at a time, and by this
   * scheduler alone if runs are to be repeatable. If it throws, that is logged, and what was to be
   * drawn is left without jitter.
   *
   * @param source the generator
   * @return this builder
   */
  public SchedulerBuilder random(RandomGenerator source) {
    this.random = new Chance(Objects.requireNonNull(source, "source"));
    return this;
  }

  /**
   * Sets what calendar jobs do when the wall clock is stepped.
   *
   * @param policy the policy, {@link ClockSteps#AFRESH} unless set
   * @return this builder
   */
  public SchedulerBuilder onClockStep(ClockSteps policy) {
    this.clockSteps = Objects.requireNonNull(policy, "policy");
    return this;
  }

  /**
   * Sets how late a run may start before {@link SchedulerListener#lateBegan} and the log are told,
   * for one-shots and for jobs that do not say otherwise. Nothing is told unless set.
   *
   * @param threshold the lateness, greater than zero, that is still in order
   * @return this builder
   * @throws IllegalArgumentException if {@code threshold} is zero or negative
   */
  public SchedulerBuilder warnWhenLate(Duration threshold) {
    Nanos.requirePositive(threshold, "threshold");
    this.lateNanos = Nanos.of(threshold);
    return this;
  }

  /**
   * Sets how long a run may take before {@link SchedulerListener#slowBegan} and the log are told,
   * for one-shots and for jobs that do not say otherwise. Nothing is told unless set.
   *
   * @param threshold the duration, greater than zero, that is still in order
   * @return this builder
   * @throws IllegalArgumentException if {@code threshold} is zero or negative
   */
  public SchedulerBuilder warnWhenSlow(Duration threshold) {
    Nanos.requirePositive(threshold, "threshold");
    this.slowNanos = Nanos.of(threshold);
    return this;
  }

  /**
   * Builds the scheduler. First due times are counted from this call; nothing runs before it is
   * driven.
   *
   * @return a new scheduler
   * @throws IllegalArgumentException if two jobs have the same name, or if one has jitter and there
   *     is no {@link #random} to draw it from
   */
  public Scheduler build() {
    RandomGenerator chance =
        random == null && time instanceof Simulation simulation ? simulation.random() : random;
    Settings settings = new Settings(time, chance, clockSteps, lateNanos, slowNanos);
    return new Scheduler(settings, listeners, jobs);
  }
}
