package dev.timelapse.testkit.engine;

import dev.timelapse.testkit.engine.Threads.PlatformThread;
import org.jspecify.annotations.Nullable;

/** A thread that drives the timeline while it has the baton, and on which events run inline. */
final class Strand implements Runnable {

  /** The strands whose threads are virtual: those cannot be asked. */
  private static final ThreadLocal<Strand> CURRENT = new ThreadLocal<>();

  final Engine engine;
  final Baton baton;

  /** Whether its thread does not tell of interrupts itself. */
  final boolean isVirtual;

  /** The name of the job or script action that runs on it; null while it only drives. */
  @Nullable String activity;

  /** What that is, in a word or two. */
  String kind = "";

  /** Whether that is a task of the system, rather than the script. */
  boolean inJob;

  /** What has a task under way on it; null if nothing that is driven has. */
  @Nullable Driven driven;

  /** Whether that was crashed, so that what runs on it can only unwind. */
  volatile boolean killed;

  /** Whether it did not wait in virtual time then, so that it may have the baton. */
  boolean killedAwake;

  /** Whether an event has run on it that is not counted yet. */
  boolean hasRun;

  /** What it waits for in virtual time; null while it does not. */
  @Nullable Wait waiting;

  /** For those who look at it from outside, as in automatic time. */
  private volatile @Nullable ThreadLook look;

  private final Runnable noticed = this::noticeInterrupt;

  /** Its place among those who wait. */
  int place;

  Strand(Engine engine, Threads threads, int number) {
    this.engine = engine;
    Thread thread = threads.make(this, number);
    this.isVirtual = !(thread instanceof PlatformThread);
    this.baton = new Baton(thread, this);
  }

  /** Returns the strand of an engine that the calling thread is, or null if it is none. */
  static @Nullable Strand current(Engine engine) {
    Strand strand =
        Thread.currentThread() instanceof PlatformThread thread ? thread.strand : CURRENT.get();
    return strand != null && strand.engine == engine ? strand : null;
  }

  Thread thread() {
    return baton.owner();
  }

  void begins(String whatKind, String name, boolean isJob) {
    kind = whatKind;
    activity = name;
    inJob = isJob;
    if (look == null && engine.gate.isAutomatic()) {
      look = ThreadLook.atMyself();
    }
  }

  void ends() {
    activity = null;
    inJob = false;
  }

  /** Answers whether its thread, which looks blocked, goes on by itself. */
  boolean goesOn() {
    return look != null ? look.goesOn() : ThreadLook.doesIo(thread());
  }

  /** Answers whether its thread is neither running nor ready to. */
  boolean isBlocked() {
    return ThreadLook.isBlocked(thread());
  }

  /** Returns what it is doing, in words. */
  String activity() {
    return activity == null ? "the test" : kind + " \"" + activity + "\"";
  }

  /** Blocks its thread, which calls this, until the baton comes. */
  void awaitBaton() {
    baton.awaitAlone(noticed);
  }

  /** What its thread does. */
  @Override
  public void run() {
    if (isVirtual) {
      CURRENT.set(this);
    }
    awaitBaton();
    engine.driving().drive(this);
  }

  private void noticeInterrupt() {
    if (isVirtual) {
      engine.interrupts().saw(this);
    }
  }
}
