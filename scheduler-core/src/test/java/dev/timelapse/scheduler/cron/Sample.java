package dev.timelapse.scheduler.cron;

import java.time.ZoneId;

/**
 * An expression with what must happen in gaps and overlaps, by default or as stated.
 *
 * @param stated whether the two policies are set, rather than left to the expression
 */
record Sample(String expression, Gap gap, Overlap overlap, boolean stated) {

  /** A sample that must be a daily time by default. */
  static Sample daily(String expression) {
    return new Sample(expression, Gap.AT_GAP_END, Overlap.FIRST, false);
  }

  /** A sample that must be a rate by default. */
  static Sample rate(String expression) {
    return new Sample(expression, Gap.SKIP, Overlap.BOTH, false);
  }

  static Sample stating(Gap gap, Overlap overlap, String expression) {
    return new Sample(expression, gap, overlap, true);
  }

  Dialect dialect() {
    return expression.contains("?") ? Dialect.QUARTZ : Dialect.UNIX;
  }

  String[] fields() {
    return expression.split(" ", -1);
  }

  NaiveCron model() {
    return NaiveCron.of(dialect(), expression);
  }

  CronExpression in(ZoneId zone) {
    CronExpression cron =
        switch (dialect()) {
          case UNIX -> CronExpression.unix(expression, zone);
          case QUARTZ -> CronExpression.quartz(expression, zone);
        };
    return stated ? cron.inGap(gap).inOverlap(overlap) : cron;
  }
}
