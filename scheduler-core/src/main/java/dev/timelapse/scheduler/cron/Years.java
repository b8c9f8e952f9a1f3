package dev.timelapse.scheduler.cron;

import java.util.BitSet;

/**
 * The years of an expression.
 *
 * @param set the years, which must not change
 * @param limited whether the expression names its years
 */
record Years(BitSet set, boolean limited) {

  static Years all() {
    BitSet years = new BitSet();
    years.set(Dates.FIRST_YEAR, Dates.LAST_YEAR + 1);
    return new Years(years, false);
  }

  /** Returns for example ", in 2027 and 2028", or an empty text for all years. */
  String words() {
    return limited ? ", in " + Words.list(set.stream().toArray(), Integer::toString) : "";
  }
}
