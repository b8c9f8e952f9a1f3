package dev.timelapse.scheduler;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may touch the schedule, and who drives it.
 *
 * <p>One thread at a time is the <em>owner</em> and touches the schedule without a lock. The
 * <em>driver</em> owns it while it runs tasks, so that what a task schedules costs no
 * synchronisation, and gives it up while it sleeps. Any other thread becomes the owner for a
 * moment, if it can, and else leaves what it wants in the inbox, which every owner empties. Tasks
 * and listeners run on the driver.
 */
final class Loop {

  /**
   * How long the loop sleeps at most while calendar events are pending: the bound on noticing a
   * stepped wall clock.
   */
  private static final long WALL_CLOCK_CHECK_NANOS = 1_000_000_000L;

  /** How often one who waits for the last task looks whether it has ended. */
  private static final long CLOSE_CHECK_NANOS = 1_000_000L;

  private static final VarHandle OWNER;
  private static final VarHandle DRIVER;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      OWNER = lookup.findVarHandle(Loop.class, "owner", Thread.class);
      DRIVER = lookup.findVarHandle(Loop.class, "driver", Thread.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  final Settings settings;
  final Clocks clocks;

  /** What became of the one-shots, if that is watched. */
  final @Nullable Tally oneShots;

  final Listeners listeners = new Listeners();
  final Jobs jobs = new Jobs();
  final Driver driving;
  private final @Nullable Simulation simulation;
  private final Schedule schedule;
  private final Slots slots;
  private final Firer firer;
  private final Inbox inbox = new Inbox();

  private volatile @Nullable Thread owner;

  /** The thread inside a driving method, awake or asleep; written by the owner. */
  private @Nullable Thread driver;

  /** When the driver means to wake up; meaningful while it sleeps. */
  private long sleepsUntil;

  private volatile boolean closed;

  /** Held by who interrupts the driver, and by a driver who leaves, lest it be hit outside. */
  private final Object interrupting = new Object();

  Loop(Settings settings) {
    this.settings = settings;
    this.clocks = new Clocks(settings.time());
    this.oneShots =
        settings.watches() ? new Tally(settings.lateNanos(), settings.slowNanos()) : null;
    this.simulation = settings.time() instanceof Simulation owner ? owner : null;
    this.schedule = new Schedule(clocks, simulation);
    this.slots = schedule.queue.slots;
    this.firer = new Firer(this, schedule);
    this.driving = new Driver(this, schedule, firer, simulation);
  }

  Slots slots() {
    return slots;
  }

  // What any thread may ask for.

  Event after(Duration delay, int priority, Task task) {
    Objects.requireNonNull(task, "task");
    long nanos = Nanos.of(Objects.requireNonNull(delay, "delay"));
    requireOpen(SlotEvent.NAME);
    if (owner == Thread.currentThread()) {
      return schedule.add(this, task, nanos, priority);
    }
    if (tryEnter()) {
      try {
        return schedule.add(this, task, nanos, priority);
      } finally {
        leave();
      }
    }
    long due = Nanos.plus(clocks.elapsed(), nanos);
    return submit(new OneShot(this, priority, task, due, null));
  }

  Event at(Instant instant, int priority, Task task) {
    Objects.requireNonNull(task, "task");
    Objects.requireNonNull(instant, "instant");
    requireOpen(SlotEvent.NAME);
    return submit(new OneShot(this, priority, task, clocks.elapsedAt(instant), instant));
  }

  ScheduledJob add(Job job) {
    requireOpen(job.name());
    ScheduledJob event = new ScheduledJob(this, job, clocks);
    jobs.add(event);
    return submit(event);
  }

  boolean cancel(int slot, long sequence) {
    if (owner == Thread.currentThread()) {
      boolean everDue = slots.dueOf(slot, sequence) != Nanos.NEVER;
      boolean cancelled = slots.cancelAsOwner(slot, sequence);
      if (cancelled) {
        schedule.cancelled(everDue);
      }
      return cancelled;
    }
    if (tryEnter()) {
      try {
        return cancel(slot, sequence);
      } finally {
        leave();
      }
    }
    boolean everDue = slots.dueOf(slot, sequence) != Nanos.NEVER;
    boolean cancelled = slots.cancel(slot, sequence);
    if (cancelled) {
      asOwner(() -> schedule.cancelled(everDue));
    }
    return cancelled;
  }

  boolean cancel(ArmedEvent event) {
    if (!event.end()) {
      return false;
    }
    if (event instanceof OneShot oneShot) {
      oneShot.forget();
    } else {
      jobs.remove((ScheduledJob) event);
    }
    inbox.cancelled();
    asOwner(() -> schedule.withdraw(event));
    return true;
  }

  /** Changes something about a job and queues it accordingly. */
  void rearrange(ScheduledJob job, Runnable change) {
    if (owner == Thread.currentThread()) {
      drain();
    }
    asOwner(
        () -> {
          change.run();
          schedule.requeue(job);
        });
  }

  Stream<PlannedFiring> preview(List<ScheduledJob> of, Instant from, Instant until) {
    boolean entered = tryEnter();
    try {
      List<Preview.Line> lines = new ArrayList<>();
      for (ScheduledJob job : of) {
        lines.add(new Preview.Line(job.job(), job.plan(clocks)));
      }
      return Preview.of(lines, from, until);
    } finally {
      if (entered) {
        leave();
      }
    }
  }

  int pendingCount() {
    boolean entered = tryEnter();
    try {
      if (owner == Thread.currentThread()) {
        drain();
      }
      return schedule.queue.size();
    } finally {
      if (entered) {
        leave();
      }
    }
  }

  List<PendingEvent> pending() {
    boolean entered = tryEnter();
    try {
      if (owner == Thread.currentThread()) {
        drain();
      }
      Snapshot snapshot = new Snapshot(clocks);
      slots.addTo(snapshot);
      snapshot.add(inbox.events());
      return snapshot.inOrder();
    } finally {
      if (entered) {
        leave();
      }
    }
  }

  boolean isIdle() {
    return inbox.events().isEmpty() && !slots.hasLive();
  }

  void close() {
    closed = true;
    wake((Thread) DRIVER.getVolatile(this));
  }

  /**
   * Closes, waits for the running task, and interrupts it when that takes too long. Answers what is
   * left undone.
   */
  List<PendingEvent> close(Duration limit) {
    close();
    if (simulation == null && DRIVER.getVolatile(this) != Thread.currentThread()) {
      long deadline = Nanos.plus(clocks.elapsed(), Nanos.of(limit));
      while (DRIVER.getVolatile(this) != null
          && !Thread.currentThread().isInterrupted()
          && clocks.elapsed() < deadline) {
        // The driver leaves without a signal, for the sake of those who drive event by event.
        LockSupport.parkNanos(this, CLOSE_CHECK_NANOS);
      }
      interruptDriver();
    }
    return pending();
  }

  private void interruptDriver() {
    synchronized (interrupting) {
      Thread late = (Thread) DRIVER.getVolatile(this);
      if (late != null) {
        Listeners.interrupting(late);
        late.interrupt();
      }
    }
  }

  boolean isClosed() {
    return closed;
  }

  // What a simulation asks, while no task of this scheduler runs.

  /** Returns the slot of the earliest event, or {@link Slots#NONE} if there is none to run. */
  int first() {
    if (closed || !tryEnter()) {
      return Slots.NONE;
    }
    try {
      drain();
      return schedule.queue.first();
    } finally {
      leave();
    }
  }

  boolean hasForegroundWork() {
    return !closed && (schedule.foreground() > 0 || !inbox.isEmpty());
  }

  void wallClockStepped() {
    asOwner(firer::wallClockStepped);
  }

  // Ownership.

  /** Does something to the schedule now, or has it done as soon as the running task has ended. */
  void asOwner(Runnable action) {
    if (owner == Thread.currentThread()) {
      action.run();
    } else if (tryEnter()) {
      try {
        drain();
        action.run();
      } finally {
        leave();
      }
    } else {
      inbox.add(action);
      drainIfNobodyElseDoes();
    }
  }

  boolean isOpen() {
    return !closed;
  }

  private <E extends ArmedEvent> E submit(E event) {
    if (owner == Thread.currentThread()) {
      schedule.add(event);
    } else if (tryEnter()) {
      try {
        schedule.add(event);
      } finally {
        leave();
      }
    } else {
      if (simulation != null) {
        event.sequence = simulation.nextSequence();
      }
      inbox.add(event);
      drainIfNobodyElseDoes();
    }
    return event;
  }

  private boolean tryEnter() {
    return owner == null && OWNER.compareAndSet(this, null, Thread.currentThread());
  }

  /** Gives up the ownership, and makes sure that nothing is left in the inbox unseen. */
  private void leave() {
    do {
      drain();
      Thread sleeper = driver != null && wantsToWake() ? driver : null;
      owner = null;
      wake(sleeper);
    } while (!inbox.isEmpty() && tryEnter());
  }

  private void drainIfNobodyElseDoes() {
    if (tryEnter()) {
      leave();
    }
  }

  /**
   * Does what the inbox asks for; for the owner. What comes in meanwhile waits for the next time,
   * lest other threads keep the owner from everything else.
   */
  void drain() {
    if (!inbox.isEmpty()) {
      for (Object item : inbox.take()) {
        if (item instanceof Runnable command) {
          command.run();
        } else if (item instanceof ArmedEvent event && !event.hasEnded()) {
          schedule.add(event);
        }
      }
    }
  }

  private boolean wantsToWake() {
    return schedule.queue.isEmpty() || wakeTime(schedule.nextWait()) < sleepsUntil;
  }

  private long wakeTime(long wait) {
    long most = schedule.hasCalendar() ? Math.min(wait, WALL_CLOCK_CHECK_NANOS) : wait;
    return Nanos.plus(clocks.elapsed(), most);
  }

  private static void wake(@Nullable Thread sleeper) {
    if (sleeper != null) {
      LockSupport.unpark(sleeper);
    }
  }

  // What the driver does to become one.

  /** Makes the calling thread the driver and the owner. */
  void startDriving() {
    Thread current = Thread.currentThread();
    if (owner == current) {
      throw new IllegalStateException(
          "a task of this scheduler tried to drive it: its thread drives it already; schedule what is to run instead");
    }
    while (!tryEnter()) {
      requireNoDriver(current);
      Thread.onSpinWait();
    }
    try {
      requireNoDriver(current);
    } catch (IllegalStateException e) {
      leave();
      throw e;
    }
    DRIVER.setRelease(this, current);
  }

  void stopDriving() {
    if (closed) {
      synchronized (interrupting) {
        DRIVER.setVolatile(this, null);
      }
    } else {
      DRIVER.setRelease(this, null);
    }
    // Whoever adds to the inbox at this very moment and sees us still is served at the next drive.
    OWNER.setRelease(this, null);
  }

  /**
   * Gives up the ownership for the time of a sleep. Answers how many nanoseconds that may last, 0
   * if there is something to do after all.
   */
  long fallAsleep(long wait) {
    sleepsUntil = wakeTime(wait);
    owner = null;
    return inbox.isEmpty() && !closed ? Nanos.until(sleepsUntil, clocks.elapsed()) : 0;
  }

  void awake() {
    while (!tryEnter()) {
      Thread.onSpinWait();
    }
  }

  private void requireNoDriver(Thread current) {
    Thread other = (Thread) DRIVER.getVolatile(this);
    if (other != null) {
      throw new IllegalStateException(
          "thread \""
              + other.getName()
              + "\" drives this scheduler; \""
              + current.getName()
              + "\" cannot drive it too, but may schedule, cancel and close");
    }
  }

  void requireOpen(String name) {
    if (closed) {
      throw new IllegalStateException(
          "this scheduler is closed and takes no more events: \"" + name + "\"");
    }
  }
}
