package dev.timelapse.testkit.engine;

import dev.timelapse.scheduler.TimeSource;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every now and then, in real time, at the strand that an advance waits for, on the thread
 * that waits: for tasks that sleep in real time, and for such as can never go on, since what they
 * want is held by one that sleeps in virtual time. It decides nothing in a run that can go on.
 */
final class Lookout {

  /** How often it looks. */
  private static final long ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

  /** After how many looks a strand that is blocked, but not asleep, is worth a word. */
  private static final int PATIENCE = 30;

  private static final TimeSource REAL = TimeSource.system();

  private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);

  private final Engine engine;
  private final Set<String> told = new HashSet<>();
  private volatile long roundNanos = ROUND_NANOS;
  private @Nullable Strand seen;
  private List<StackTraceElement> seenAt = List.of();

  /** How much was on the recording then: if there is more now, the run has gone on meanwhile. */
  private long seenAfter;

  private int looks;
  private long lookedAt = REAL.nanoTime();

  Lookout(Engine engine) {
    this.engine = engine;
  }

  long roundNanos() {
    return roundNanos;
  }

  /** Sets how often it looks, in real time. */
  void lookEvery(long nanos) {
    roundNanos = nanos;
  }

  /**
   * Looks if it is time for that, since who waits may wake up more often; and has nothing to say of
   * what it cannot see because the run goes on meanwhile.
   */
  void lookQuietly() {
    long now = REAL.nanoTime();
    if (now - lookedAt < roundNanos) {
      return;
    }
    lookedAt = now;
    try {
      look();
    } catch (RuntimeException e) {
      LOG.trace("the run went on meanwhile", e);
    }
  }

  /**
   * Looks at the strand that runs.
   *
   * @return what was told to the log, or null if that was nothing
   * @throws AssertionError if it can never go on
   */
  @Nullable String look() {
    Strand running = engine.relay.driver();
    if (running == null || !running.isBlocked() || engine.gate.isAside()) {
      seen = null;
      return null;
    }
    List<StackTraceElement> stack = List.of(running.thread().getStackTrace());
    long touches = engine.recorder().touches();
    if (running != seen || touches != seenAfter || !stack.equals(seenAt)) {
      seen = running;
      seenAfter = touches;
      seenAt = stack;
      looks = 0;
      return null;
    }
    looks++;
    Strand owner = ownerOfWhatIsWanted(running);
    if (owner != null
        && owner.waiting != null
        && engine.relay.driver() == running
        && ownerOfWhatIsWanted(running) == owner) {
      throw Standstill.hopeless(engine, running, owner);
    }
    if (isAsleep(stack)) {
      return tellOnce(
          running,
          " sleeps in real time, which virtual time does not shorten: time stands still at %s until it has slept."
              + " Let it sleep with Timeline.sleep, or schedule what comes after");
    }
    return looks < PATIENCE
        ? null
        : tellOnce(
            running,
            " is blocked for real, and time stands still at %s. That is right while it waits for real I/O; but what"
                + " another task is to do, or to release, cannot come meanwhile: only one runs at a time, and those that"
                + " sleep in virtual time sleep on. Let it wait for a future of the timeline instead"
                + (running.thread().getState() == Thread.State.BLOCKED
                    ? ", and let no task sleep in a synchronized block that others want"
                    : ""));
  }

  private @Nullable String tellOnce(Strand strand, String what) {
    String where = UserFrames.inLines(UserFrames.of(seenAt.toArray(new StackTraceElement[0])));
    String key = strand.activity() + where;
    if (!told.add(key)) {
      return null;
    }
    StringBuilder words = new StringBuilder(strand.activity());
    words.append(String.format(what, engine.whereabouts().now())).append(where);
    for (String one : Standstill.waiting(engine)) {
      words.append("\n  ").append(one);
    }
    LOG.warn("{}", words);
    return words.toString();
  }

  private static boolean isAsleep(List<StackTraceElement> stack) {
    return stack.stream()
        .limit(5)
        .anyMatch(
            frame ->
                frame.getMethodName().equals("sleep")
                    && frame.getClassName().equals(Thread.class.getName()));
  }

  /** Returns the strand that owns the lock or monitor which another one wants; null if unknown. */
  private @Nullable Strand ownerOfWhatIsWanted(Strand strand) {
    if (strand.isVirtual) {
      return null; // The JVM does not tell.
    }
    ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(strand.thread().getId(), 0);
    return info == null || info.getLockOwnerId() < 0
        ? null
        : engine.relay.strandOf(info.getLockOwnerId());
  }
}
