package dev.timelapse.testkit.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apiguardian.api.API;

/** Who wants time to stand still. Any thread may hold it, and let go. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Holds {

  /** How long, in real time, an advance waits for others to let go. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Engine engine;
  private final Gate gate;
  private final List<Held> held = new ArrayList<>();
  private volatile int count;

  Holds(Engine engine, Gate gate) {
    this.engine = engine;
    this.gate = gate;
  }

  boolean any() {
    return count > 0;
  }

  /** Lets time stand still until that is released. */
  public Held take(String reason) {
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
      held.remove(one);
      count = held.size();
    }
    gate.released();
  }

  /** Answers whether one holds time who is not the one that asks for it to move. */
  boolean anyOfOthers(Advance request) {
    return count > 0 && list().stream().anyMatch(one -> one.thread != request.baton.owner());
  }

  /** Returns who holds time, with the reason and where. */
  public List<Held> list() {
    synchronized (held) {
      return List.copyOf(held);
    }
  }

  /**
   * Blocks the strand that drives until nobody holds time any more, if the one who asks for it to
   * move is not among them. Meanwhile other threads may touch the timeline.
   *
   * @throws IllegalStateException if they do not let go
   */
  void awaitRelease(Advance request) {
    boolean byItself = list().stream().anyMatch(one -> one.thread == request.baton.owner());
    if (!byItself) {
      gate.standAside(() -> count == 0 || request.baton.isInterrupted(), PATIENCE_NANOS);
    }
    List<Held> left = list();
    if (!left.isEmpty() && !request.baton.isInterrupted()) {
      StringBuilder words = new StringBuilder("time is held at ");
      words.append(engine.whereabouts().now()).append(" and cannot move:");
      for (Held one : left) {
        words.append("\n  ").append(one);
      }
      words.append("\nClose each hold before time is advanced: try (…) does it for you");
      throw new IllegalStateException(words.toString());
    }
  }
}
