package dev.timelapse.testkit.engine;

import org.jspecify.annotations.Nullable;

/** A thread that drives the timeline while it has the baton, and on which events run inline. */
final class Strand {

  final Engine engine;
  final Baton baton;

  /** The name of the job or script action that runs on it; null while it only drives. */
  @Nullable String activity;

  /** Whether that is a task of the system, rather than the script. */
  boolean inJob;

  /** What it waits for in virtual time; null while it does not. */
  @Nullable Wait waiting;

  Strand(Engine engine, int number) {
    this.engine = engine;
    this.baton = new Baton(new Carrier(this, "timelapse-strand-" + number));
  }

  /** Returns the strand of an engine that the calling thread is, or null if it is none. */
  static @Nullable Strand current(Engine engine) {
    return Thread.currentThread() instanceof Carrier carrier && carrier.strand.engine == engine
        ? carrier.strand
        : null;
  }

  Thread thread() {
    return baton.owner();
  }

  /** Returns what it is doing, in words. */
  String activity() {
    if (activity == null) {
      return "the test";
    }
    return (inJob ? "job \"" : "script action \"") + activity + "\"";
  }

  void start() {
    thread().start();
  }

  private void run() {
    baton.await();
    engine.driving().drive(this);
  }

  /** The thread, which notices interrupts when they happen, so that their place is exact. */
  private static final class Carrier extends Thread {

    private final Strand strand;

    Carrier(Strand strand, String name) {
      super(name);
      this.strand = strand;
      setDaemon(true);
    }

    @Override
    public void run() {
      strand.run();
    }

    @Override
    public void interrupt() {
      super.interrupt();
      strand.engine.driving().interrupted(strand);
    }
  }
}
