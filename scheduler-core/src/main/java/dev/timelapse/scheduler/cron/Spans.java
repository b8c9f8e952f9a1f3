package dev.timelapse.scheduler.cron;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * The spans of a zone's rules. Remembers the one that was asked for last: it is nearly always the
 * one that is wanted next. Safe for use by several threads.
 */
final class Spans {

  private final ZoneRules rules;

  /** The last answer; a race only costs a look into the rules. */
  private volatile Span last;

  Spans(ZoneRules rules) {
    this.rules = rules;
    this.last = find(0);
  }

  /** Returns the span that contains an instant, in seconds since 1970-01-01T00:00Z. */
  Span at(long instant) {
    Span span = last;
    if (!span.contains(instant)) {
      span = find(instant);
      last = span;
    }
    return span;
  }

  private Span find(long instant) {
    ZoneOffset offset = rules.getOffset(Instant.ofEpochSecond(instant));
    int seconds = offset.getTotalSeconds();
    ZoneOffsetTransition before = rules.previousTransition(Instant.ofEpochSecond(instant + 1));
    ZoneOffsetTransition after = rules.nextTransition(Instant.ofEpochSecond(instant));
    return new Span(
        before == null ? Long.MIN_VALUE : before.toEpochSecond(),
        after == null ? Long.MAX_VALUE : after.toEpochSecond(),
        seconds,
        before == null ? seconds : before.getOffsetBefore().getTotalSeconds(),
        after == null ? seconds : after.getOffsetAfter().getTotalSeconds());
  }
}
