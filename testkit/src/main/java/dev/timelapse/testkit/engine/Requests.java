package dev.timelapse.testkit.engine;

import java.util.concurrent.TimeUnit;

/**
 * How a thread that is no strand lets time pass: one at a time, which waits meanwhile. It can be
 * broken off, by an interrupt or from another thread.
 */
final class Requests {

  /** How long, in real time, an advance may take to end when it is broken off. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Engine engine;
  private final Relay relay;
  private final Gate gate;
  private final Driving driving;
  private final Lookout lookout;
  private volatile boolean brokenOff;

  Requests(Engine engine, Gate gate) {
    this.engine = engine;
    this.relay = engine.relay;
    this.gate = gate;
    this.driving = engine.driving();
    this.lookout = new Lookout(engine);
  }

  /** Lets time pass as asked, on the timeline's strands, while the calling thread waits. */
  void run(Advance request) {
    gate.lock();
    try {
      begin(request);
      driving.go();
    } finally {
      gate.unlock();
    }
    awaitEnd(request);
  }

  /** Takes over a request, unless there is another; for one who holds the gate. */
  void begin(Advance request) {
    relay.checkNotStopped();
    if (gate.isAutomatic()) {
      throw new IllegalStateException(
          "time moves by itself: wait for it with sleep(…), or call explicit() before you advance it");
    }
    Advance other = gate.advance();
    if (other != null) {
      throw new IllegalStateException(
          "thread \""
              + Thread.currentThread().getName()
              + "\" wants time to pass while another thread, \""
              + other.baton.owner().getName()
              + "\", is advancing this timeline: only one at a time can, so let it be the test's own, and let a job, a"
              + " task or a strand of the timeline do what has to wait meanwhile");
    }
    driving.start(request);
  }

  /** Blocks the calling thread, whose request it is, until time has passed. */
  void awaitEnd(Advance request) {
    try {
      request.baton.awaitAsTest(relay::interrupt, lookout);
    } catch (AssertionError hopeless) {
      abandon();
      throw hopeless;
    }
    gate.lock();
    try {
      // Not before: until now a strand that had the baton has put itself aside.
      gate.advance(null);
    } finally {
      gate.unlock();
    }
  }

  /** Ends the timeline in the middle of an advance that cannot end. */
  private void abandon() {
    gate.lock();
    try {
      // The strand that cannot go on can, once the one that holds what it wants is unwound.
      engine.recorder().share();
      relay.stop();
      gate.advance(null);
    } finally {
      gate.unlock();
    }
  }

  Lookout lookout() {
    return lookout;
  }

  /** Answers whether an advance had to end where it happened to be. */
  boolean wasBrokenOff() {
    return brokenOff;
  }

  /** Lets the advance of another thread end before the next event, and waits for that. */
  void breakOff() {
    gate.lock();
    try {
      Advance other = gate.advance();
      if (other != null && !gate.isAutomatic()) {
        brokenOff = true;
        other.baton.interrupt();
        if (!gate.awaitHome(PATIENCE_NANOS)) {
          Strand running = relay.driver();
          throw new IllegalStateException(
              "thread \""
                  + other.baton.owner().getName()
                  + "\" still advances this timeline, though it was asked to stop: "
                  + (running == null ? "a task" : running.activity())
                  + " does not end, at "
                  + engine.whereabouts().now());
        }
      }
    } finally {
      gate.unlock();
    }
  }
}
