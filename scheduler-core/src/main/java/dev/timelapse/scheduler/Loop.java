package dev.timelapse.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What any thread may ask of a scheduler, and what its simulation asks. */
final class Loop {

  final Settings settings;
  final Clocks clocks;

  /** What became of the one-shots, if that is watched. */
  final @Nullable Tally oneShots;

  final Listeners listeners = new Listeners();
  final Jobs jobs = new Jobs();
  final Ownership ownership;
  final Driver driving;
  private final @Nullable Simulation simulation;
  private final Schedule schedule;
  private final Slots slots;
  private final Inbox inbox;
  private final Firer firer;

  Loop(Settings settings) {
    this.settings = settings;
    this.clocks = new Clocks(settings.time());
    this.oneShots =
        settings.watches() ? new Tally(settings.lateNanos(), settings.slowNanos()) : null;
    this.simulation = settings.time() instanceof Simulation owner ? owner : null;
    this.schedule = new Schedule(clocks, simulation);
    this.slots = schedule.queue.slots;
    this.ownership = new Ownership(schedule, clocks);
    this.inbox = ownership.inbox;
    this.firer = new Firer(this, schedule);
    this.driving = new Driver(ownership, schedule, firer, simulation);
  }

  Slots slots() {
    return slots;
  }

  Event after(Duration delay, int priority, Task task) {
    Objects.requireNonNull(task, "task");
    long nanos = Nanos.of(Objects.requireNonNull(delay, "delay"));
    requireOpen(SlotEvent.NAME);
    if (ownership.isMine()) {
      return schedule.add(this, task, nanos, priority);
    }
    if (ownership.tryEnter()) {
      try {
        return schedule.add(this, task, nanos, priority);
      } finally {
        ownership.leave();
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

  boolean cancel(int slot, long stamp) {
    if (ownership.isMine()) {
      return cancelAsOwner(slot, stamp);
    }
    if (ownership.tryEnter()) {
      try {
        return cancelAsOwner(slot, stamp);
      } finally {
        ownership.leave();
      }
    }
    return cancelBesideOwner(slot, stamp);
  }

  private boolean cancelAsOwner(int slot, long stamp) {
    long due = slots.cancelAsOwner(slot, stamp, ownership.isAlone());
    if (due == Slots.GONE) {
      return false;
    }
    schedule.cancelled(slot, due);
    return true;
  }

  private boolean cancelBesideOwner(int slot, long stamp) {
    boolean entered = ownership.beginCancelling();
    long due;
    try {
      due = slots.cancel(slot, stamp);
    } finally {
      ownership.endCancelling();
      if (entered) {
        ownership.leave();
      }
    }
    if (due == Slots.GONE) {
      return false;
    }
    ownership.asOwner(() -> schedule.cancelled(slot, due));
    return true;
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
    ownership.asOwner(() -> schedule.withdraw(event));
    return true;
  }

  /** Changes something about a job and queues it accordingly. */
  void rearrange(ScheduledJob job, Runnable change) {
    if (ownership.isMine()) {
      ownership.drain();
    }
    ownership.asOwner(
        () -> {
          change.run();
          schedule.requeue(job);
        });
  }

  Stream<PlannedFiring> preview(List<ScheduledJob> of, Instant from, Instant until) {
    return look(
        () -> {
          List<Preview.Line> lines = new ArrayList<>();
          for (ScheduledJob job : of) {
            lines.add(new Preview.Line(job.job(), job.plan(clocks)));
          }
          return Preview.of(lines, from, until);
        });
  }

  int pendingCount() {
    return look(schedule.queue::size);
  }

  List<PendingEvent> pending() {
    return look(
        () -> {
          Snapshot snapshot = new Snapshot(clocks);
          slots.addTo(snapshot);
          snapshot.add(inbox.events());
          return snapshot.inOrder();
        });
  }

  boolean isIdle() {
    return inbox.events().isEmpty() && !slots.hasLive();
  }

  void close() {
    ownership.close();
  }

  /**
   * Closes, waits for the running task, and interrupts it when that takes too long. Answers what is
   * left undone.
   */
  List<PendingEvent> close(Duration limit) {
    close();
    if (simulation == null) {
      ownership.awaitEnd(Nanos.of(limit));
    }
    return pending();
  }

  boolean isClosed() {
    return ownership.isClosed();
  }

  void requireOpen(String name) {
    if (ownership.isClosed()) {
      throw new IllegalStateException(
          "this scheduler is closed and takes no more events: \"" + name + "\"");
    }
  }

  // What a simulation asks, while no task of this scheduler runs.

  /**
   * Looks at the earliest event for a simulation. Waits for a thread that has come for a moment to
   * schedule something: time must not pass its event.
   */
  void look(Simulated face) {
    while (!ownership.tryEnter()) {
      if (isClosed() || ownership.isDriven()) {
        face.seesNothing();
        return;
      }
      Thread.onSpinWait();
    }
    try {
      ownership.drain();
      driving.show(face);
    } finally {
      ownership.leave();
    }
  }

  boolean hasForegroundWork() {
    return !isClosed() && (schedule.foreground() > 0 || !inbox.isEmpty());
  }

  void wallClockSet(Duration step) {
    clocks.wallClockSet(step);
    ownership.asOwner(firer::noticeWallClock);
  }

  /** Looks at the schedule as its owner, or, while a task runs, as it was published last. */
  private <T> T look(Supplier<T> question) {
    boolean entered = ownership.tryEnter();
    try {
      if (ownership.isMine()) {
        ownership.admitOthers();
        ownership.drain();
      }
      return question.get();
    } finally {
      if (entered) {
        ownership.leave();
      }
    }
  }

  private <E extends ArmedEvent> E submit(E event) {
    if (ownership.isMine()) {
      schedule.add(event);
    } else if (ownership.tryEnter()) {
      try {
        ownership.admitOthers();
        schedule.add(event);
      } finally {
        ownership.leave();
      }
    } else {
      if (simulation != null) {
        event.sequence = simulation.nextSequence();
      }
      inbox.add(event);
      ownership.drainIfNobodyElseDoes();
    }
    return event;
  }
}
