package dev.timelapse.testkit.engine;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One wait for virtual time, or for something that happens on it. Everything that blocks in virtual
 * time is built on this: {@link Engine#newWait} makes one, whoever is to end it gets to know it,
 * and then the thread that made it calls {@link #await}, from wherever it is: a task, a mocked
 * call, the script, or the test itself, for which time then moves. It serves once.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Wait {

  private enum State {
    NEW,
    WAITING,
    WOKEN,
    INTERRUPTED,
    OVER
  }

  private final Engine engine;
  private final String what;
  private State state = State.NEW;

  /** Its place on the agenda: the deadline, or the instant at which it was woken. */
  final Timer timer;

  /** Who waits: a strand, or the test. */
  private @Nullable Strand strand;

  private @Nullable Advance request;

  private @Nullable Baton guest;
  private long since;

  Wait(Engine engine, String what) {
    this.engine = engine;
    this.what = what;
    this.timer = Timer.wakeUp(what, this);
  }

  /**
   * Blocks the calling thread until it is woken or an elapsed time has come, whichever is first.
   * What was woken before does not block. A deadline that has come already is over at once. On a
   * strand the end of the wait is an event of its instant, with priority 0 and a sequence number of
   * its own; in the test, what else is due at the deadline runs before.
   *
   * @param untilElapsed the deadline in elapsed time of the timeline; {@link Elapsed#NEVER} for
   *     none
   * @return whether it was woken, rather than over
   * @throws InterruptedException if the thread is interrupted before or meanwhile
   */
  public boolean await(long untilElapsed) throws InterruptedException {
    return engine.waits().await(this, untilElapsed);
  }

  /**
   * Ends the wait, or lets it end at once if it has not begun. The strand goes on at the current
   * instant, after what stands there already. Does nothing if the wait has ended. Any thread may
   * call this; from one that is not of the timeline, in the middle of an advance, it counts at the
   * next event, and which one that is is left to chance.
   */
  public void wake() {
    engine.waits().wake(this);
  }

  /** Returns what it waits for, in words. */
  public String what() {
    return what;
  }

  /** Returns the elapsed time at which it began. */
  long since() {
    return since;
  }

  @Nullable Strand strand() {
    return strand;
  }

  /** Returns the baton of who waits in automatic time without being a strand. */
  @Nullable Baton guest() {
    return guest;
  }

  void beginAsGuest(Baton waiter, long now) {
    begin(null, null, now);
    guest = waiter;
  }

  boolean isWoken() {
    return state == State.WOKEN;
  }

  boolean isInterrupted() {
    return state == State.INTERRUPTED;
  }

  /** Answers whether it has begun and something has ended it. */
  boolean isOver() {
    return state != State.NEW && state != State.WAITING;
  }

  boolean isOfTest() {
    return request != null;
  }

  void begin(@Nullable Strand waiter, @Nullable Advance waitingTest, long now) {
    if (state != State.NEW) {
      throw new IllegalStateException("this wait for " + what + " was used before");
    }
    strand = waiter;
    request = waitingTest;
    since = now;
    state = State.WAITING;
  }

  /** Answers whether there is someone to queue, because this ends a wait that has begun. */
  boolean end(boolean byInterrupt) {
    boolean waiting = state == State.WAITING;
    if (waiting || (state == State.NEW && !byInterrupt)) {
      state = byInterrupt ? State.INTERRUPTED : State.WOKEN;
    }
    return waiting;
  }

  /** Ends it because its time has come, unless something else did. */
  void expire() {
    if (state == State.WAITING) {
      state = State.OVER;
    }
  }
}
