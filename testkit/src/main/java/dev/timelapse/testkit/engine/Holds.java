package dev.timelapse.testkit.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Who wants time to stand still. Any thread may hold it, and let go. */
final class Holds {

  /** How long, in real time, an advance waits for others to let go. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Engine engine;
  private final List<Held> held = new ArrayList<>();
  private volatile int count;

  Holds(Engine engine) {
    this.engine = engine;
  }

  boolean any() {
    return count > 0;
  }

  Held take(String reason) {
    String owner =
        engine.isOnStrand()
            ? engine.whereabouts().activity()
            : "thread \"" + Thread.currentThread().getName() + "\"";
    Held one = new Held(this, reason, owner);
    synchronized (held) {
      held.add(one);
      count = held.size();
    }
    return one;
  }

  void release(Held one) {
    synchronized (held) {
      if (held.remove(one)) {
        count = held.size();
        held.notifyAll();
      }
    }
  }

  List<Held> list() {
    synchronized (held) {
      return List.copyOf(held);
    }
  }

  /**
   * Blocks until nobody holds time any more, if the one who asks for it to move is not among them.
   *
   * @throws IllegalStateException if they do not let go
   */
  void awaitRelease(Advance request) {
    synchronized (held) {
      boolean byItself = held.stream().anyMatch(one -> one.thread == request.baton.owner());
      long left = byItself ? 0 : PATIENCE_NANOS;
      long round = TimeUnit.MILLISECONDS.toNanos(10);
      while (!held.isEmpty() && left > 0 && !request.baton.isInterrupted()) {
        try {
          TimeUnit.NANOSECONDS.timedWait(held, round);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          left = 0;
        }
        left -= round;
      }
      if (!held.isEmpty() && !request.baton.isInterrupted()) {
        StringBuilder words = new StringBuilder("time is held at ");
        words.append(engine.whereabouts().now()).append(" and cannot move:");
        for (Held one : held) {
          words.append("\n  ").append(one);
        }
        words.append("\nClose each hold before time is advanced: try (…) does it for you");
        throw new IllegalStateException(words.toString());
      }
    }
  }
}
