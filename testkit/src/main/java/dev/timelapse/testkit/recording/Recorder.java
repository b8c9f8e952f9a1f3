package dev.timelapse.testkit.recording;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Writes a {@link Recording}. Belongs to the strands of its timeline, which run one at a time
 * unless it is {@link #share shared}. What has an end is given a token at its beginning, to be told
 * of the end with. To record a firing and its end takes some tens of nanoseconds and allocates
 * nothing.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Recorder {

  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

  private final RecordingTime time;
  private final Journal journal;
  private final Recording recording;

  /**
   * Creates an empty recording.
   *
   * @param start the instant at which the timeline starts
   * @param time what its time is read from
   */
  public Recorder(Instant start, RecordingTime time) {
    this(start, time, Readers.ALL);
  }

  /**
   * Creates an empty recording.
   *
   * @param start the instant at which the timeline starts
   * @param time what its time is read from
   * @param readers who may read it
   */
  public Recorder(Instant start, RecordingTime time, Readers readers) {
    this.time = time;
    this.journal = new Journal(start);
    this.recording = new Recording(journal, readers);
  }

  /** Lets several threads write from now on, side by side; called before they do. */
  public void share() {
    journal.shared = true;
  }

  /**
   * Returns what is written.
   *
   * @return the recording, which goes on
   */
  public Recording recording() {
    return recording;
  }

  /**
   * Sets the zone in which times are told; UTC until then.
   *
   * @param zone the zone
   */
  public void tellTimesIn(ZoneId zone) {
    journal.zone = zone;
  }

  /**
   * A task starts.
   *
   * @param lane its scheduler or executor
   * @param name the job
   * @param attempt which attempt at the firing it is, from 1
   * @param latenessNanos elapsed time since it was due
   * @return a token, for {@link #firingEnded}
   */
  public long firingStarted(String lane, String name, int attempt, long latenessNanos) {
    return begin(Kind.FIRING, attempt, latenessNanos, lane, name);
  }

  /**
   * A task has ended.
   *
   * @param token what {@link #firingStarted} gave
   * @param cause what it threw, or null if it returned
   */
  public void firingEnded(long token, @Nullable Throwable cause) {
    end(token, cause == null ? null : Words.of(cause), cause != null);
  }

  /**
   * A call to the outside starts.
   *
   * @param mock the name of the mock
   * @param call the method with its arguments, {@code name(…)}, in words that are the same in every
   *     run
   * @return a token, for {@link #callAnswered} or {@link #callFailed}
   */
  public long callStarted(String mock, String call) {
    return begin(Kind.CALL, 1, 0, mock, call);
  }

  /**
   * A call has been answered.
   *
   * @param token what {@link #callStarted} gave
   * @param value the answer in words; null for a method without a result
   */
  public void callAnswered(long token, @Nullable String value) {
    end(token, value, false);
  }

  /**
   * A call has failed.
   *
   * @param token what {@link #callStarted} gave
   * @param cause what it threw
   */
  public void callFailed(long token, Throwable cause) {
    end(token, Words.of(cause), true);
  }

  /**
   * An action of the script starts.
   *
   * @param name when it was to happen, in words
   * @return a token, for {@link #actionEnded}
   */
  public long actionStarted(String name) {
    return begin(Kind.ACTION, 1, 0, null, name);
  }

  /**
   * An action of the script has ended.
   *
   * @param token what {@link #actionStarted} gave
   * @param cause what it threw, or null if it returned
   */
  public void actionEnded(long token, @Nullable Throwable cause) {
    end(token, cause == null ? null : Words.of(cause), cause != null);
  }

  /**
   * The wall clock is about to be stepped.
   *
   * @param by how far; negative to set it back
   */
  public void clockStepped(Duration by) {
    long nanos =
        by.abs().compareTo(LONGEST) <= 0
            ? by.toNanos()
            : by.isNegative() ? -Long.MAX_VALUE : Long.MAX_VALUE;
    add(Kind.STEP, 0, nanos, null, null, null);
  }

  /**
   * The wall clock is about to go at another rate.
   *
   * @param gain what it gains; negative if it loses
   * @param per in which elapsed time, more than zero
   */
  public void clockDrifts(Duration gain, Duration per) {
    long now = time.nanoTime();
    journal.add(
        Kind.DRIFT, 1, now, time.wallNanos(), per.toNanos(), gain.toNanos(), null, null, null);
  }

  /**
   * A component ends as if its process was killed.
   *
   * @param component its name
   */
  public void crashed(String component) {
    add(Kind.CRASH, 0, 0, component, null, null);
  }

  /**
   * A component is built anew.
   *
   * @param component its name
   */
  public void restarted(String component) {
    add(Kind.RESTART, 0, 0, component, null, null);
  }

  /**
   * A choice was made.
   *
   * @param label what was decided
   * @param bound the number of possible values
   * @param value the value, from 0 on
   */
  public void chosen(String label, long bound, long value) {
    add(Kind.CHOICE, value, bound, null, label, null);
  }

  /**
   * A check found something.
   *
   * @param name the check
   * @param finding what it found
   */
  public void checked(String name, String finding) {
    add(Kind.CHECK, 0, 0, null, name, finding);
  }

  /**
   * Somebody has something to say.
   *
   * @param lane who
   * @param text what
   */
  public void noted(String lane, String text) {
    add(Kind.NOTE, 0, 0, lane, text, null);
  }

  /**
   * A task that failed will be run again.
   *
   * @param lane its scheduler
   * @param name the job
   * @param delay elapsed time until then
   */
  public void willRetry(String lane, String name, Duration delay) {
    noted(lane, "\"" + name + "\" will be attempted again in " + Words.of(delay));
  }

  /**
   * The system under test logs a line. It is no part of the fingerprint.
   *
   * @param level how grave it is
   * @param logger the name of the logger
   * @param message the line
   * @param cause what was logged with it, or null
   */
  public void logged(Level level, String logger, String message, @Nullable Throwable cause) {
    add(Kind.LOG, 0, level.getSeverity(), logger, message, cause == null ? null : Words.of(cause));
  }

  /**
   * Returns how often something began or ended.
   *
   * @return a number that grows with each event on the recording
   */
  public long touches() {
    return journal.touches;
  }

  /**
   * Returns what began or ended last.
   *
   * @return the entry; null if there is none, or it is not kept
   */
  public @Nullable Recorded latest() {
    return journal.ask(
        () -> journal.entries.isKept(journal.touched) ? journal.read(journal.touched) : null);
  }

  /** The timeline ends: what is streamed to a file is written to its end. */
  public void close() {
    journal.ask(journal::endStream);
  }

  private long begin(
      int kind, int attempt, long extra, @Nullable String lane, @Nullable String what) {
    if (journal.shared) {
      synchronized (journal) {
        return addNow(kind, attempt, Entries.OPEN, extra, lane, what, null);
      }
    }
    return addNow(kind, attempt, Entries.OPEN, extra, lane, what, null);
  }

  private void end(long token, @Nullable String text, boolean failed) {
    if (journal.shared) {
      synchronized (journal) {
        journal.end(token, time.nanoTime(), text, failed);
      }
    } else {
      journal.end(token, time.nanoTime(), text, failed);
    }
  }

  private void add(
      int kind,
      long took,
      long extra,
      @Nullable String lane,
      @Nullable String what,
      @Nullable String outcome) {
    if (journal.shared) {
      synchronized (journal) {
        addNow(kind, 1, took, extra, lane, what, outcome);
      }
    } else {
      addNow(kind, 1, took, extra, lane, what, outcome);
    }
  }

  private long addNow(
      int kind,
      int attempt,
      long took,
      long extra,
      @Nullable String lane,
      @Nullable String what,
      @Nullable String outcome) {
    return journal.add(
        kind, attempt, time.nanoTime(), time.wallNanos(), took, extra, lane, what, outcome);
  }
}
