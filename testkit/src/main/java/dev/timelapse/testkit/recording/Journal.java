package dev.timelapse.testkit.recording;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a recording consists of: counts and a fingerprint of everything, and the last entries. */
final class Journal {

  /** Stands in fingerprints for an end, where a beginning has its kind. */
  private static final int END = 0x100;

  private static final int FAILED_END = 0x101;

  /**
   * What an entry is called until it ends: its number, and above that, the last bits of the number
   * that it would have if nothing was logged, since log lines must not reach the fingerprint.
   */
  private static final int NUMBER_BITS = 40;

  private static final long NUMBER_MASK = (1L << NUMBER_BITS) - 1;

  final Instant start;

  /** Whether several threads touch it, so that each has to take its monitor. */
  volatile boolean shared;

  /** In which times are told. */
  ZoneId zone = ZoneOffset.UTC;

  final Entries entries = new Entries(Recording.DEFAULT_LIMIT);
  private final Fingerprint fingerprint = new Fingerprint();
  long firings;
  long calls;
  long choices;

  /** How often something began or ended, and the number of what did so last. */
  long touches;

  long touched;
  private long logged;
  private @Nullable JsonLines stream;

  Journal(Instant start) {
    this.start = start;
  }

  long add(
      int kind,
      int attempt,
      long elapsed,
      long wall,
      long took,
      long extra,
      @Nullable String lane,
      @Nullable String what,
      @Nullable String end) {
    if (kind == Kind.LOG) {
      logged++;
    } else {
      firings += kind == Kind.FIRING ? 1 : 0;
      calls += kind == Kind.CALL ? 1 : 0;
      choices += kind == Kind.CHOICE ? 1 : 0;
      fingerprint.began((long) attempt << 32 | kind, elapsed, wall, took, extra, lane, what, end);
    }
    if (stream != null && entries.isFull()) {
      stream.write(read(entries.first()));
    }
    long number = entries.add(kind, attempt, elapsed, wall, took, extra, lane, what, end);
    touches++;
    touched = number;
    return number | ((number - logged) << NUMBER_BITS);
  }

  void end(long token, long elapsed, @Nullable String text, boolean failed) {
    fingerprint.ended(failed ? FAILED_END : END, token >>> NUMBER_BITS, elapsed, text);
    long number = token & NUMBER_MASK;
    entries.end(number, elapsed, text, failed);
    touches++;
    touched = number;
    if (stream != null && !entries.isKept(number)) {
      stream.writeEnd(number, elapsed, text, failed);
    }
  }

  /** Reads it, or does something else with it, while nobody writes. */
  <T extends @Nullable Object> T ask(Supplier<T> question) {
    if (shared) {
      synchronized (this) {
        return question.get();
      }
    }
    return question.get();
  }

  void limit(int count) {
    JsonLines out = stream;
    int limit = out == null ? count : Math.max(1, count);
    if (out != null) {
      for (long n = entries.first(); n < entries.total() - limit; n++) {
        out.write(read(n));
      }
    }
    entries.limit(limit);
  }

  void streamTo(Path file) {
    if (stream != null) {
      throw new IllegalStateException("the recording is streamed to " + stream.file() + " already");
    }
    stream = new JsonLines(file, start, zone);
    if (entries.isFull() && entries.first() == entries.total()) {
      entries.limit(1);
    }
  }

  /** Writes what is left and closes the stream. Answers its file, or null if there is none. */
  @Nullable Path endStream() {
    JsonLines out = stream;
    if (out == null) {
      return null;
    }
    stream = null;
    try (out) {
      for (long n = entries.first(); n < entries.total(); n++) {
        out.write(read(n));
      }
    }
    return out.file();
  }

  long fingerprint() {
    return fingerprint.value();
  }

  /** Makes an object of an entry that is kept. */
  Recorded read(long number) {
    Moment when =
        new Moment(
            number,
            start.plusNanos(entries.wall(number)),
            Duration.ofNanos(entries.elapsed(number)));
    String lane = text(entries.lane(number));
    String what = text(entries.what(number));
    String end = entries.end(number);
    long extra = entries.extra(number);
    long tookNanos = entries.took(number);
    Duration took = tookNanos == Entries.OPEN ? null : Duration.ofNanos(tookNanos);
    String failure = entries.failed(number) ? end : null;
    return switch (entries.kind(number)) {
      case Kind.FIRING ->
          new RecordedFiring(
              when, lane, what, entries.attempt(number), Duration.ofNanos(extra), took, failure);
      case Kind.CALL ->
          new RecordedCall(when, lane, what, took, failure == null ? end : null, failure);
      case Kind.ACTION -> new RecordedAction(when, what, took, failure);
      case Kind.STEP -> new RecordedStep(when, Duration.ofNanos(extra));
      case Kind.DRIFT ->
          new RecordedDrift(when, Duration.ofNanos(extra), Duration.ofNanos(tookNanos));
      case Kind.CRASH -> new RecordedLife(when, lane, RecordedLife.Change.CRASH);
      case Kind.RESTART -> new RecordedLife(when, lane, RecordedLife.Change.RESTART);
      case Kind.CHOICE -> new RecordedChoice(when, what, extra, tookNanos);
      case Kind.CHECK -> new RecordedCheck(when, what, text(end));
      case Kind.NOTE -> new RecordedNote(when, lane, what);
      case Kind.LOG -> new RecordedLog(when, level(extra), lane, what, end);
      default -> throw new IllegalStateException("no kind of entry: " + entries.kind(number));
    };
  }

  private static Level level(long severity) {
    for (Level level : Level.values()) {
      if (level.getSeverity() == severity) {
        return level;
      }
    }
    throw new IllegalStateException("no level has the severity " + severity);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
