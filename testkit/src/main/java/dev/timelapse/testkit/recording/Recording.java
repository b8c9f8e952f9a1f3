package dev.timelapse.testkit.recording;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

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

  /** How wide a page is unless told otherwise. */
  private static final int WIDTH = 100;

  /** How many of the last entries are looked at for what can be folded. */
  private static final int CONSIDERED = 20_000;

  /** How many entries are shown with what is around them, and how many lines if there is none. */
  private static final int MOST_SHOWN = 3;

  private static final int FEW = 10;

  private final Journal journal;
  private final Readers readers;

  Recording(Journal journal, Readers readers) {
    this.journal = journal;
    this.readers = readers;
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
    ask(
        () -> {
          journal.limit(count);
          return count;
        });
  }

  /**
   * Lets entries go to a file when they fall out of what is kept, and the rest of them when the
   * timeline ends, so that a recording of any length can be read afterwards: see {@link #writeTo}
   * for its form. An entry that falls out before it has ended is followed, in time, by a line of
   * the kind {@code end} with its number. At least one entry is kept meanwhile.
   *
   * @param file the file, which is replaced; its directory is created if need be
   * @throws IllegalStateException if it is streamed to a file already
   * @throws UncheckedIOException if the file cannot be written, now or later
   */
  public void streamTo(Path file) {
    ask(
        () -> {
          journal.streamTo(file);
          return file;
        });
  }

  /**
   * Returns a hash of everything that happened so far but log lines, in order, with all times,
   * choices and outcomes, kept or not. It is a function of the run alone: the same test with the
   * same choices has the same fingerprint in every JVM.
   *
   * @return 64 bits
   */
  public long fingerprint() {
    return ask(journal::fingerprint);
  }

  /**
   * Returns how many tasks were run, kept or not.
   *
   * @return the number of firings
   */
  public long firingCount() {
    return ask(() -> journal.firings);
  }

  /**
   * Returns how many calls went to the outside, kept or not.
   *
   * @return the number of calls
   */
  public long callCount() {
    return ask(() -> journal.calls);
  }

  /**
   * Returns how many choices were made, kept or not.
   *
   * @return the number of choices
   */
  public long choiceCount() {
    return ask(() -> journal.choices);
  }

  /**
   * Returns how many entries there are and were, kept or not.
   *
   * @return the number of all entries
   */
  public long entryCount() {
    return ask(journal.entries::total);
  }

  /**
   * Returns whether every entry is still kept, so that something can be said of all.
   *
   * @return false if the first ones have made room for others
   */
  public boolean isWhole() {
    return ask(() -> journal.entries.first() == 0);
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
    return only(Kind.FIRING, RecordedFiring.class, n -> true);
  }

  /**
   * Returns the firings of a job that are kept, retries included.
   *
   * @param job the job's name
   * @return a copy, in the order in which they started; empty if there was none
   */
  public List<RecordedFiring> firingsOf(String job) {
    return only(Kind.FIRING, RecordedFiring.class, n -> job.equals(journal.entries.what(n)));
  }

  /**
   * Returns the calls to the outside that are kept.
   *
   * @return a copy, in the order in which they started
   */
  public List<RecordedCall> calls() {
    return only(Kind.CALL, RecordedCall.class, n -> true);
  }

  /**
   * Returns the calls to one mock that are kept.
   *
   * @param mock the name of the mock: that of the field or parameter
   * @return a copy, in the order in which they started; empty if there was none
   */
  public List<RecordedCall> callsTo(String mock) {
    return only(Kind.CALL, RecordedCall.class, n -> mock.equals(journal.entries.lane(n)));
  }

  /**
   * Writes the entries that are kept to a file: an object of JSON a line, of which the first tells
   * of the timeline. A recording that is {@linkplain #streamTo streamed} is written to the end of
   * its own file instead, which has all entries, and is streamed no further.
   *
   * @param file the file, which is replaced; its directory is created if need be
   * @return the file that was written
   * @throws UncheckedIOException if that fails
   */
  public Path writeTo(Path file) {
    return ask(() -> write(file));
  }

  private Path write(Path file) {
    Entries entries = journal.entries;
    Path streamed = journal.endStream();
    if (streamed != null) {
      return streamed;
    }
    try (JsonLines lines = new JsonLines(file, journal.start, journal.zone)) {
      for (long n = entries.first(); n < entries.total(); n++) {
        lines.write(journal.read(n));
      }
    }
    return file;
  }

  /**
   * Returns the end of the recording as a page of text in columns: day, time in the zone of the
   * timeline, lane, what, outcome. Rounds of the same and long times without events are folded.
   *
   * @param lines the most lines, below the head
   * @return the page, without a line break at the end
   */
  public String lastPage(int lines) {
    return lastPage(lines, WIDTH);
  }

  /**
   * Returns the end of the recording as a page of text: see {@link #lastPage(int)}.
   *
   * @param lines the most lines, below the head
   * @param width the most characters in a line; a page is never made so narrow that it could not be
   *     read
   * @return the page, without a line break at the end
   */
  public String lastPage(int lines, int width) {
    return page(last(Math.max(lines, CONSIDERED)), lines, width);
  }

  /**
   * Returns some entries as a page of text, marked, each with the entries around it.
   *
   * @param some entries of this recording; only the first three are shown
   * @return the page, without a line break at the end
   */
  public String pageAround(List<? extends Recorded> some) {
    List<Recorded> shown = List.copyOf(some.subList(0, Math.min(MOST_SHOWN, some.size())));
    List<Line> lines = ask(() -> Page.around(shown, journal));
    if (some.size() > shown.size()) {
      lines.add(Line.fold((some.size() - shown.size()) + " more like these"));
    }
    return shown.isEmpty()
        ? lastPage(FEW)
        : String.join("\n", Columns.lay(lines, journal.zone, WIDTH));
  }

  /**
   * Returns where this recording and another one part for the first time, log lines apart.
   *
   * @param other the other one
   * @return both side by side, as a few lines of text; empty if the same happened
   */
  public Optional<String> firstDifference(Recording other) {
    if (fingerprint() == other.fingerprint()) {
      return Optional.empty();
    }
    String found = new Difference(entries(), other.entries(), journal.zone).find();
    return Optional.of(
        found != null ? found : "The recordings differ in what is not kept of them any more");
  }

  ZoneId zone() {
    return journal.zone;
  }

  private String page(List<Recorded> entries, int count, int width) {
    if (entryCount() == 0) {
      return "nothing happened";
    }
    List<Line> lines = Page.lines(entries, journal.zone, Set.of());
    lines = Page.end(lines, count);
    List<Line> all = new ArrayList<>();
    long earlier =
        lines.stream()
            .map(Line::entry)
            .filter(Objects::nonNull)
            .mapToLong(entry -> entry.when().number())
            .findFirst()
            .orElseGet(this::entryCount);
    if (earlier > 0) {
      all.add(Line.fold(String.format(Locale.ROOT, "%,d earlier", earlier)));
    }
    all.addAll(lines);
    return String.join("\n", Columns.lay(all, journal.zone, width));
  }

  private List<Recorded> last(int count) {
    return ask(() -> readLast(count));
  }

  private List<Recorded> readLast(int count) {
    Entries entries = journal.entries;
    List<Recorded> last = new ArrayList<>();
    for (long n = Math.max(entries.first(), entries.total() - count); n < entries.total(); n++) {
      last.add(journal.read(n));
    }
    return List.copyOf(last);
  }

  private <T extends Recorded> List<T> only(int kind, Class<T> type, LongPredicate wanted) {
    return ask(() -> readOnly(kind, type, wanted));
  }

  private <T extends Recorded> List<T> readOnly(int kind, Class<T> type, LongPredicate wanted) {
    Entries entries = journal.entries;
    List<T> some = new ArrayList<>();
    for (long n = entries.first(); n < entries.total(); n++) {
      if (entries.kind(n) == kind && wanted.test(n)) {
        some.add(type.cast(journal.read(n)));
      }
    }
    return List.copyOf(some);
  }

  private <T extends @Nullable Object> T ask(Supplier<T> question) {
    boolean entered = readers.enter();
    try {
      return journal.ask(question);
    } finally {
      if (entered) {
        readers.leave();
      }
    }
  }
}
