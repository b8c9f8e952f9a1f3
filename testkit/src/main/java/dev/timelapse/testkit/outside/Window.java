package dev.timelapse.testkit.outside;

import dev.timelapse.scheduler.CalendarTrigger;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A condition on when a call begins. */
interface Window {

  /**
   * Answers whether a call that begins now falls into it.
   *
   * @param count how many calls there were that could have, this one included
   */
  boolean includes(Instant now, long count);

  /** Returns what it is, in words that follow those of the behaviour. */
  String words();

  /** From an instant on. */
  record From(Instant start) implements Window {

    @Override
    public boolean includes(Instant now, long count) {
      return !now.isBefore(start);
    }

    @Override
    public String words() {
      return "from " + start;
    }
  }

  /** Before an instant. */
  record Until(Instant end) implements Window {

    @Override
    public boolean includes(Instant now, long count) {
      return now.isBefore(end);
    }

    @Override
    public String words() {
      return "until " + end;
    }
  }

  /** Some calls by their number. */
  record Calls(long first, long last) implements Window {

    @Override
    public boolean includes(Instant now, long count) {
      return first <= count && count <= last;
    }

    @Override
    public String words() {
      return first == last ? "on call " + first : "on calls " + first + " to " + last;
    }
  }

  /** A while from each of many instants. */
  final class Recurring implements Window {

    private final String words;
    private final CalendarTrigger starts;
    private final Duration length;

    /** The instant that was asked for last, and the first start whose window is not over then. */
    private @Nullable Instant asked;

    private @Nullable Instant start;

    Recurring(String words, CalendarTrigger starts, Duration length) {
      this.words = words;
      this.starts = starts;
      this.length = length;
    }

    @Override
    public boolean includes(Instant now, long count) {
      boolean known =
          asked != null
              && !now.isBefore(asked)
              && (start == null || now.isBefore(start.plus(length)));
      if (!known) {
        asked = now;
        start = starts.next(now.minus(length));
      }
      return start != null && !now.isBefore(start);
    }

    @Override
    public String words() {
      return words;
    }
  }
}
