package dev.timelapse.scheduler.benchmark.timeouts;

import java.util.concurrent.TimeUnit;
import org.agrona.DeadlineTimerWheel;

/** Agrona's {@code DeadlineTimerWheel}, without a map from its numbers to tasks. */
final class AgronaTimeouts implements Timeouts {

  private static final long TICK = 1 << 17;
  private static final int TICKS = 1 << 18;
  private static final int SLOTS = 16;

  private final DeadlineTimerWheel wheel =
      new DeadlineTimerWheel(TimeUnit.NANOSECONDS, 0, TICK, TICKS, SLOTS);
  private final DeadlineTimerWheel.TimerHandler expire = (unit, now, timer) -> expire();
  private final long[] handles;
  private long now;
  private long expired;

  AgronaTimeouts(int handles) {
    this.handles = new long[handles];
  }

  @Override
  public void schedule(int number) {
    handles[number] = wheel.scheduleTimer(now + LENGTH);
  }

  @Override
  public boolean cancel(int number) {
    return wheel.cancelTimer(handles[number]);
  }

  @Override
  public void leave(int number) {}

  @Override
  public void advance(long span) {
    now += span;
    while (wheel.currentTickTime() <= now) {
      wheel.poll(wheel.currentTickTime(), expire, Integer.MAX_VALUE);
    }
  }

  @Override
  public long expired() {
    return expired;
  }

  private boolean expire() {
    expired++;
    return true;
  }
}
