package dev.timelapse.scheduler.benchmark.timeouts;

import dev.timelapse.scheduler.Event;
import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.Task;
import dev.timelapse.scheduler.benchmark.SimulatedClock;
import java.time.Duration;

/** Ours, through its public API alone, called when it wants to be. */
final class TimelapseTimeouts implements Timeouts {

  private final SimulatedClock clock = new SimulatedClock();
  private final Scheduler scheduler = Scheduler.using(clock).build();
  private final Event[] handles;
  private final Task task = this::expire;
  private long nextCall = Long.MAX_VALUE;
  private long expired;

  TimelapseTimeouts(int handles) {
    this.handles = new Event[handles];
  }

  @Override
  public void schedule(int number) {
    handles[number] = scheduler.after(Duration.ofNanos(LENGTH), task);
    nextCall = Math.min(nextCall, clock.nanoTime() + LENGTH);
  }

  @Override
  public boolean cancel(int number) {
    return handles[number].cancel();
  }

  @Override
  public void leave(int number) {
    handles[number] = null;
  }

  @Override
  public void advance(long span) {
    long end = clock.nanoTime() + span;
    while (nextCall <= end) {
      clock.pass(nextCall - clock.nanoTime());
      long wait = scheduler.runDue();
      nextCall = wait == Scheduler.NEVER ? Long.MAX_VALUE : clock.nanoTime() + wait;
    }
    clock.pass(end - clock.nanoTime());
  }

  @Override
  public long expired() {
    return expired;
  }

  private void expire() {
    expired++;
  }
}
