package dev.timelapse.testkit.recording;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What happened on one timeline, in order: firings, calls to the outside, actions of the script,
 * steps of the wall clock, crashes, choices, findings of checks, notes and log lines. The counts
 * and the fingerprint cover everything; the details are kept of the last {@value #DEFAULT_LIMIT}
 * entries, which is a year of minutes, at 48 bytes each. Belongs to the strands of its timeline,
 * which run one at a time; read it from the test.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Recording {

  /** How many entries are kept unless {@link #keepLast} says otherwise. */
  public static final int DEFAULT_LIMIT = 600_000;

  private final Journal journal;

  Recording(Journal journal) {
    this.journal = journal;
  }

  /**
   * Changes how many entries are kept. Counts and fingerprint go on whatever is kept.
   *
   * @param count the number of the last entries to keep, 0 or more
   * @throws IllegalArgumentException if {@code count} is negative
   */
  public void keepLast(int count) {
    if (count < 0) {
      throw new IllegalArgumentException(
          "the number of entries to keep must be 0 or more, but is " + count);
    }
    journal.entries.limit(count);
  }

  /**
   * Returns a hash of everything that happened so far but log lines, in order, with all times,
   * choices and outcomes, kept or not. It is a function of the run alone: the same test with the
   * same choices has the same fingerprint in every JVM.
   *
   * @return 64 bits
   */
  public long fingerprint() {
    return journal.fingerprint();
  }

  /**
   * Returns how many tasks were run, kept or not.
   *
   * @return the number of firings
   */
  public long firingCount() {
    return journal.firings;
  }

  /**
   * Returns how many calls went to the outside, kept or not.
   *
   * @return the number of calls
   */
  public long callCount() {
    return journal.calls;
  }

  /**
   * Returns the entries that are kept, in the order in which they began.
   *
   * @return a copy
   */
  public List<Recorded> entries() {
    return last(Integer.MAX_VALUE);
  }

  /**
   * Returns the firings that are kept.
   *
   * @return a copy, in the order in which they started
   */
  public List<RecordedFiring> firings() {
    return only(Kind.FIRING, RecordedFiring.class);
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
    return only(Kind.CALL, RecordedCall.class);
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
    List<Recorded> last = last(count);
    long total = journal.entries.total();
    int laneWidth = last.stream().mapToInt(entry -> entry.lane().length()).max().orElse(0);
    int whatWidth =
        Math.min(60, last.stream().mapToInt(entry -> entry.what().length()).max().orElse(0));
    StringBuilder page = new StringBuilder();
    if (total > last.size()) {
      page.append("… ").append(total - last.size()).append(" earlier\n");
    }
    for (Recorded entry : last) {
      page.append(String.format("day %-4d", entry.when().day()))
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

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private List<Recorded> last(int count) {
    Entries entries = journal.entries;
    List<Recorded> last = new ArrayList<>();
    for (long n = Math.max(entries.first(), entries.total() - count); n < entries.total(); n++) {
      last.add(journal.read(n));
    }
    return List.copyOf(last);
  }

  private <T extends Recorded> List<T> only(int kind, Class<T> type) {
    Entries entries = journal.entries;
    List<T> some = new ArrayList<>();
    for (long n = entries.first(); n < entries.total(); n++) {
      if (entries.kind(n) == kind) {
        some.add(type.cast(journal.read(n)));
      }
    }
    return List.copyOf(some);
  }
}
