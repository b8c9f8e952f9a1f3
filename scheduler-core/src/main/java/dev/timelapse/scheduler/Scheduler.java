package dev.timelapse.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * An event scheduler: one thread, one queue, a total order, in the manner of Python's {@code
 * sched}. It owns no thread and reads no clock but the {@link TimeSource} it was given. It is
 * driven in one of two ways, and the tasks cannot tell them apart: {@link #run} blocks the calling
 * thread until the scheduler is closed; {@link #runDue} runs all that is due now and answers when
 * it wants to be called again. A scheduler on the time source of a simulation is driven by that
 * simulation.
 *
 * <p>Events run in the order of due time, priority (lower first) and insertion, one at a time, on
 * the driving thread. An event that is added while another runs takes its place at once. A task
 * that throws is reported to the listeners and the log, and its series goes on.
 *
 * <p>All methods may be called from any thread, and from inside tasks, but for {@code run}, {@code
 * runUntilIdle} and {@code runDue}: only one thread at a time may drive, and not from inside a
 * task.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Scheduler implements AutoCloseable {

  /** What {@link #runDue} answers when nothing is pending that will ever be due. */
  public static final long NEVER = Nanos.NEVER;

  private final Loop loop;

  Scheduler(Settings settings, List<SchedulerListener> listeners, List<Job> jobs) {
    this.loop = new Loop(settings);
    listeners.forEach(loop.listeners::add);
    jobs.forEach(loop::add);
    if (settings.time() instanceof Simulation simulation) {
      simulation.adopt(this, new Simulated(loop));
    }
  }

  /**
   * Starts the building of a scheduler.
   *
   * @param time the clocks that it reads; {@link TimeSource#system} in production
   * @return a builder
   */
  public static SchedulerBuilder using(TimeSource time) {
    return new SchedulerBuilder(time);
  }

  /**
   * Adds a job. Its first due time is counted from now.
   *
   * @param job the job; its name must not be that of another job of this scheduler
   * @return the handle
   * @throws IllegalArgumentException if a job of that name exists, or if its trigger has no firing
   *     to come
   * @throws IllegalStateException if this scheduler is closed
   */
  public ScheduledJob add(Job job) {
    return loop.add(job);
  }

  /**
   * Adds a job that has nothing special about it.
   *
   * @param name what logs, reports and recordings call it
   * @param trigger when it fires
   * @param task what it does
   * @return the handle
   * @throws IllegalArgumentException if a job of that name exists, or if its trigger has no firing
   *     to come
   * @throws IllegalStateException if this scheduler is closed
   */
  public ScheduledJob add(String name, Trigger trigger, Task task) {
    return add(Job.named(name).trigger(trigger).task(task));
  }

  /**
   * Runs a task once, after a delay of elapsed time, with priority 0.
   *
   * @param delay the delay; zero or negative is due at once; one of more than 292 years is never
   *     due
   * @param task what to run
   * @return the handle
   * @throws IllegalStateException if this scheduler is closed
   */
  public Event after(Duration delay, Task task) {
    return loop.after(delay, 0, task);
  }

  /**
   * Runs a task once, after a delay of elapsed time.
   *
   * @param delay the delay; zero or negative is due at once; one of more than 292 years is never
   *     due
   * @param priority which of several goes first that are due at the same time; lower runs first
   * @param task what to run
   * @return the handle
   * @throws IllegalStateException if this scheduler is closed
   */
  public Event after(Duration delay, int priority, Task task) {
    return loop.after(delay, priority, task);
  }

  /**
   * Runs a task once, at an instant of the wall clock, with priority 0.
   *
   * @param instant the instant; a past one is due at once; one more than 292 years away is never
   *     due
   * @param task what to run
   * @return the handle
   * @throws IllegalStateException if this scheduler is closed
   */
  public Event at(Instant instant, Task task) {
    return loop.at(instant, 0, task);
  }

  /**
   * Runs a task once, at an instant of the wall clock.
   *
   * @param instant the instant; a past one is due at once; one more than 292 years away is never
   *     due
   * @param priority which of several goes first that are due at the same time; lower runs first
   * @param task what to run
   * @return the handle
   * @throws IllegalStateException if this scheduler is closed
   */
  public Event at(Instant instant, int priority, Task task) {
    return loop.at(instant, priority, task);
  }

  /**
   * Returns the jobs that have firings to come or are running, in the order in which they were
   * added.
   *
   * @return a copy
   */
  public List<ScheduledJob> jobs() {
    return loop.jobs.list();
  }

  /**
   * Returns all pending events in the order in which they will run. Takes O(n log n) time.
   *
   * @return a copy
   */
  public List<PendingEvent> pending() {
    return loop.pending();
  }

  /**
   * Returns how many events are pending. Takes the same short time however many there are.
   *
   * @return the number, without a running task; asked by another thread while a task runs, it lags
   *     behind what has been added and cancelled since that began
   */
  public int pendingCount() {
    return loop.pendingCount();
  }

  /**
   * Returns the regular firings of all jobs between two instants, in the order in which they will
   * run; {@link ScheduledJob#preview} says what that supposes and leaves out.
   *
   * @param from the first instant
   * @param until the instant before which it ends; {@link Instant#MAX} with a {@link Stream#limit}
   *     for so many firings
   * @return the firings, computed as the stream is read
   */
  public Stream<PlannedFiring> preview(Instant from, Instant until) {
    return loop.preview(jobs(), from, until);
  }

  /**
   * Returns whether nothing is pending.
   *
   * @return true if the queue is empty; a task may still be running
   */
  public boolean isIdle() {
    return loop.isIdle();
  }

  /**
   * Tells a listener of everything from now on.
   *
   * @param listener the listener
   */
  public void addListener(SchedulerListener listener) {
    loop.listeners.add(Objects.requireNonNull(listener, "listener"));
  }

  /**
   * Tells a listener nothing more.
   *
   * @param listener the listener
   */
  public void removeListener(SchedulerListener listener) {
    loop.listeners.remove(listener);
  }

  /**
   * Runs everything that is due now, including what its tasks add for now, and returns.
   *
   * @return nanoseconds of elapsed time until this wants to be called again: 0 or more, {@link
   *     #NEVER} if nothing is pending or the scheduler is closed. An event added meanwhile, or a
   *     wall clock stepped forward while calendar events are pending, may want an earlier call.
   * @throws IllegalStateException if another thread drives this scheduler, or if called from inside
   *     one of its tasks
   */
  public long runDue() {
    return loop.driving.runDue();
  }

  /**
   * Runs events as they come due, on the calling thread, until this scheduler is closed. While it
   * waits, it looks at the wall clock once a second if any event is on that clock, lest it miss a
   * {@linkplain ClockSteps step}; otherwise it sleeps until an event is due or another thread has
   * something to say.
   *
   * @throws InterruptedException if the calling thread is interrupted while no task runs: the queue
   *     is intact, and this may be called again
   * @throws IllegalStateException if another thread drives this scheduler, if called from inside
   *     one of its tasks, or if its time is simulated
   */
  public void run() throws InterruptedException {
    loop.driving.run(false);
  }

  /**
   * Runs events as they come due, on the calling thread, until nothing is pending or this scheduler
   * is closed. Returns at once when the last pending event is cancelled.
   *
   * @throws InterruptedException if the calling thread is interrupted while no task runs: the queue
   *     is intact, and this may be called again
   * @throws IllegalStateException if another thread drives this scheduler, if called from inside
   *     one of its tasks, or if its time is simulated
   */
  public void runUntilIdle() throws InterruptedException {
    loop.driving.run(true);
  }

  /**
   * Ends {@link #run} after the task that runs now, if any, and takes no more events. What is
   * pending will not run. Does not wait, and so can be called from anywhere; a second call does
   * nothing.
   */
  @Override
  public void close() {
    loop.close();
  }

  /**
   * Does what {@link #close()} does, waits until the driving method has returned, and answers what
   * is left undone. If the task that runs takes longer than the limit, interrupts the driving
   * thread and waits no more; should the task not swallow the interrupt, the thread still has it
   * when the driving method returns. The interrupted task's outcome goes to listeners and log like
   * any. An interrupt of the calling thread counts as the end of the limit, and is kept.
   *
   * <p>A task cannot wait for itself, and a simulation does not go on while somebody waits: from
   * inside a task, or in a simulation, this neither waits nor interrupts. Meant for JVM shutdown
   * hooks:
   *
   * <pre>{@code
   * Runtime.getRuntime().addShutdownHook(new Thread(() -> scheduler.close(ofSeconds(30))));
   * }</pre>
   *
   * <p>A task that calls {@link System#exit} never returns, since the exit waits for this hook:
   * such a task should call {@link #close()} instead.
   *
   * @param limit how long to wait, in elapsed time; zero or negative does not wait
   * @return the events that will not run, in order; the same again on a second call
   */
  public List<PendingEvent> close(Duration limit) {
    return loop.close(limit);
  }

  /**
   * Returns whether {@link #close} was called.
   *
   * @return true once it was
   */
  public boolean isClosed() {
    return loop.isClosed();
  }
}
