package dev.timelapse.scheduler.benchmark.timeouts;

import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;
import io.netty.util.TimerTask;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Netty's {@code HashedWheelTimer}. A tick takes in at most 100,000 new time-outs, so that of one
 * millisecond is the longest that keeps up. What its own thread does comes on top of what is
 * measured.
 */
final class NettyTimeouts extends RealTimeouts<Timeout> {

  private static final TimerTask TASK = timeout -> {};
  private static final int TICKS = 1 << 15;

  private final HashedWheelTimer timer =
      new HashedWheelTimer(
          Executors.defaultThreadFactory(), 1, TimeUnit.MILLISECONDS, TICKS, false);

  NettyTimeouts(int handles) {
    super(new Timeout[handles]);
  }

  @Override
  Timeout start() {
    return timer.newTimeout(TASK, LENGTH, TimeUnit.NANOSECONDS);
  }

  @Override
  boolean cancel(Timeout handle) {
    return handle.cancel();
  }

  @Override
  public void close() {
    timer.stop();
  }
}
