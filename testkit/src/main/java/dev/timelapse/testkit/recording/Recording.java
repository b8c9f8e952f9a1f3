package dev.timelapse.testkit.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What happened on one timeline, in order: firings, calls to the outside, notes, steps of the wall
 * clock. The counts cover everything; the details are kept of the last {@value #DEFAULT_LIMIT}
 * entries, which is a year of minutes. Belongs to the strands of its timeline, which run one at a
 * time; read it from the test.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Recording {

  /** How many entries are kept unless {@link #keepLast} says otherwise. */
  public static final int DEFAULT_LIMIT = 600_000;

  private final Instant start;
  private final Deque<Recorded> entries = new ArrayDeque<>();
  private int limit = DEFAULT_LIMIT;
  private long firingCount;
  private long callCount;
  private long total;

  /**
   * Creates an empty recording.
   *
   * @param start the instant at which the timeline starts
   */
  public Recording(Instant start) {
    this.start = start;
  }

  /**
   * Changes how many entries are kept. The counts go on whatever is kept.
   *
   * @param count the number of the last entries to keep, 0 or more
   * @throws IllegalArgumentException if {@code count} is negative
   */
  public void keepLast(int count) {
    if (count < 0) {
      throw new IllegalArgumentException(
          "the number of entries to keep must be 0 or more, but is " + count);
    }
    limit = count;
    trim();
  }

  /**
   * Adds a firing that starts.
   *
   * @param at when it starts
   * @param lane the scheduler
   * @param name the job
   * @param attempt which attempt it is, from 1
   * @param latenessNanos elapsed time since it was due
   * @return the entry, which wants to be told of the end
   */
  public RecordedFiring addFiring(
      Instant at, String lane, String name, int attempt, long latenessNanos) {
    firingCount++;
    return add(new RecordedFiring(at, lane, name, attempt, latenessNanos));
  }

  /**
   * Adds a call that starts.
   *
   * @param at when it starts
   * @param mock the name of the mock
   * @param method the name of the method
   * @param call the method with its arguments
   * @return the entry, which wants to be told of the end
   */
  public RecordedCall addCall(Instant at, String mock, String method, String call) {
    callCount++;
    return add(new RecordedCall(at, mock, method, call));
  }

  /**
   * Adds an entry that is complete.
   *
   * @param <T> its type
   * @param entry the entry
   * @return the entry
   */
  public <T extends Recorded> T add(T entry) {
    total++;
    entries.addLast(entry);
    trim();
    return entry;
  }

  /**
   * Returns how many tasks were run, kept or not.
   *
   * @return the number of firings
   */
  public long firingCount() {
    return firingCount;
  }

  /**
   * Returns how many calls went to the outside, kept or not.
   *
   * @return the number of calls
   */
  public long callCount() {
    return callCount;
  }

  /**
   * Returns the entries that are kept, in the order in which they began.
   *
   * @return a copy
   */
  public List<Recorded> entries() {
    return List.copyOf(entries);
  }

  /**
   * Returns the firings that are kept.
   *
   * @return a copy, in the order in which they started
   */
  public List<RecordedFiring> firings() {
    return only(RecordedFiring.class);
  }

  /**
   * Returns the firings of a job that are kept, retries included.
   *
   * @param job the job's name
   * @return a copy, in the order in which they started; empty if there was none
   */
  public List<RecordedFiring> firingsOf(String job) {
    return firings().stream().filter(firing -> firing.name().equals(job)).toList();
  }

  /**
   * Returns the calls to the outside that are kept.
   *
   * @return a copy, in the order in which they started
   */
  public List<RecordedCall> calls() {
    return only(RecordedCall.class);
  }

  /**
   * Returns the calls to one mock that are kept.
   *
   * @param mock the name of the mock: that of the field or parameter
   * @return a copy, in the order in which they started; empty if there was none
   */
  public List<RecordedCall> callsTo(String mock) {
    return calls().stream().filter(call -> call.lane().equals(mock)).toList();
  }

  /**
   * Returns the last entries as a page of text, one a line: day, instant, lane, what, outcome.
   *
   * @param count the most lines
   * @return the page, without a line break at the end
   */
  public String lastPage(int count) {
    List<Recorded> last = List.copyOf(entries);
    last = last.subList(Math.max(0, last.size() - count), last.size());
    int laneWidth = last.stream().mapToInt(entry -> entry.lane().length()).max().orElse(0);
    int whatWidth =
        Math.min(60, last.stream().mapToInt(entry -> entry.what().length()).max().orElse(0));
    StringBuilder page = new StringBuilder();
    if (total > last.size()) {
      page.append("… ").append(total - last.size()).append(" earlier\n");
    }
    for (Recorded entry : last) {
      page.append(String.format("day %-4d", day(entry.at())))
          .append(entry.at())
          .append("  ")
          .append(pad(entry.lane(), laneWidth))
          .append("  ")
          .append(
              entry.outcome().isEmpty()
                  ? entry.what()
                  : pad(entry.what(), whatWidth) + "  " + entry.outcome())
          .append('\n');
    }
    return page.isEmpty() ? "nothing happened" : page.substring(0, page.length() - 1);
  }

  private long day(Instant at) {
    return Duration.between(start, at).toDays() + 1;
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private <T extends Recorded> List<T> only(Class<T> type) {
    List<T> some = new ArrayList<>();
    for (Recorded entry : entries) {
      if (type.isInstance(entry)) {
        some.add(type.cast(entry));
      }
    }
    return List.copyOf(some);
  }

  private void trim() {
    while (entries.size() > limit) {
      entries.removeFirst();
    }
  }
}
