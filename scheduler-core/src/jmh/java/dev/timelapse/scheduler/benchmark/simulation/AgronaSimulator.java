package dev.timelapse.scheduler.benchmark.simulation;

import dev.timelapse.scheduler.benchmark.Action;
import java.util.concurrent.TimeUnit;
import org.agrona.DeadlineTimerWheel;

/**
 * Agrona's {@code DeadlineTimerWheel}. It knows timers by a number and has no place for an action,
 * so all events share one; those of one tick run in no order.
 */
final class AgronaSimulator implements Simulator {

  private static final int TICK_EVENTS = 4;
  private static final int TICK_SLOTS = 8;

  private final DeadlineTimerWheel wheel;
  private final DeadlineTimerWheel.TimerHandler expire = (unit, now, timer) -> expire();
  private Action shared = () -> {};
  private long now;
  private int expired;

  /** Makes a wheel that suits it: a few events a tick, and few events more than a turn away. */
  AgronaSimulator(int pending) {
    long tick = Long.highestOneBit(Delays.MEAN * TICK_EVENTS / pending);
    int ticks = Integer.highestOneBit(pending);
    this.wheel = new DeadlineTimerWheel(TimeUnit.NANOSECONDS, 0, tick, ticks, TICK_SLOTS);
  }

  @Override
  public Order order() {
    return Order.TICKS;
  }

  @Override
  public void after(long delay, int priority, Action action) {
    shared = action;
    wheel.scheduleTimer(now + delay);
  }

  @Override
  public void every(long period, Action action) {
    throw new UnsupportedOperationException("a timer of Agrona's wheel does not know its period");
  }

  @Override
  public void advance(long span) {
    long end = now + span;
    while (wheel.currentTickTime() <= end) {
      now = wheel.currentTickTime();
      expired = 0;
      wheel.poll(now, expire, Integer.MAX_VALUE);
      for (; expired > 0; expired--) {
        shared.run();
      }
    }
    now = end;
  }

  private boolean expire() {
    expired++;
    return true;
  }
}
