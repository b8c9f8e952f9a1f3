package dev.timelapse.testkit.engine;

import org.jspecify.annotations.Nullable;

/** A thread that drives the timeline while it has the baton, and on which events run inline. */
final class Strand extends Thread {

  final Engine engine;
  final Baton baton = new Baton(this);

  /** The name of the job or script action that runs on it; null while it only drives. */
  @Nullable String activity;

  /** Whether that is a job of a scheduler, rather than the script. */
  boolean inJob;

  Strand(Engine engine, int number) {
    super("timelapse-strand-" + number);
    this.engine = engine;
    setDaemon(true);
  }

  @Override
  public void run() {
    baton.await(() -> {});
    engine.drive(this);
  }
}
