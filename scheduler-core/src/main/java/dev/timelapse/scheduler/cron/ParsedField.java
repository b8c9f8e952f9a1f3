package dev.timelapse.scheduler.cron;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What one field of an expression says: its text and the ranges of its list. */
record ParsedField(Field field, Slice slice, List<Range> ranges) {

  static ParsedField of(Field field, Slice slice) {
    List<Range> ranges = new ArrayList<>();
    for (Slice item : slice.items()) {
      ranges.add(RangeParser.parse(field, item));
    }
    return new ParsedField(field, slice, List.copyOf(ranges));
  }

  /** Returns the values that the field admits. Not for years, which do not fit. */
  Values values() {
    return new Values(set().toLongArray()[0]);
  }

  /** Returns the values that the field admits. */
  BitSet set() {
    BitSet set = new BitSet();
    for (Range range : ranges) {
      range.forEach(field, set::set);
    }
    return set;
  }

  /** Returns whether the field is written with a wildcard, or admits everything anyway. */
  boolean isWildcard() {
    return ranges.stream().anyMatch(Range::wildcard) || set().cardinality() >= field.size();
  }

  boolean startsWithStar() {
    return slice.indexOf('*') == 0;
  }
}
