package dev.timelapse.scheduler.benchmark.timeouts;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * A scheduler that knows only real time, of which thirty seconds are too long: what is left alone
 * is cancelled, at little cost, when it would have run its course.
 */
abstract class RealTimeouts<H> implements Timeouts {

  private record Left<T>(T handle, long due) {}

  private final Queue<Left<H>> left = new ArrayDeque<>();
  private final H[] handles;
  private final long[] dues;
  private long now;
  private long expired;

  RealTimeouts(H[] handles) {
    this.handles = handles;
    this.dues = new long[handles.length];
  }

  abstract H start();

  abstract boolean cancel(H handle);

  @Override
  public final void schedule(int number) {
    handles[number] = start();
    dues[number] = now + LENGTH;
  }

  @Override
  public final boolean cancel(int number) {
    return cancel(handles[number]);
  }

  @Override
  public final void leave(int number) {
    left.add(new Left<>(handles[number], dues[number]));
    handles[number] = null;
  }

  @Override
  public final void advance(long span) {
    now += span;
    for (Left<H> next = left.peek(); next != null && next.due <= now; next = left.peek()) {
      left.remove();
      if (cancel(next.handle)) {
        expired++;
      }
    }
  }

  @Override
  public final long expired() {
    return expired;
  }
}
