package dev.timelapse.scheduler.cron;

/**
 * Reads one item of a field's list: {@code *}, {@code 5}, {@code MON}, {@code 5-9}, each but single
 * values with a step such as {@code /2}. The quartz dialect also has {@code 5/2} and {@code /2},
 * which run to the end of the field, and ranges such as {@code 22-2}, which run through it.
 */
final class RangeParser {

  private static final int MAX_DIGITS = 4;

  private final Field field;
  private final Slice item;
  private final boolean quartz;

  private RangeParser(Field field, Slice item) {
    this.field = field;
    this.item = item;
    this.quartz = item.dialect() == Dialect.QUARTZ;
  }

  static Range parse(Field field, Slice item) {
    return new RangeParser(field, item).range();
  }

  /** Reads a single number or name. */
  static int value(Field field, Slice text) {
    return new RangeParser(field, text).value(text);
  }

  private Range range() {
    if (item.isEmpty()) {
      throw item.error("the list in the " + field.label() + " field has an empty item");
    }
    int slash = item.indexOf('/');
    Slice span = slash < 0 ? item : item.head(slash);
    int step = slash < 0 ? 1 : step(item.tail(slash + 1));
    if (span.is("*") || (quartz && slash == 0)) {
      return new Range(field.min(), field.max(), step, true);
    }
    int dash = span.indexOf('-');
    if (dash >= 0) {
      return bounded(span, dash, step);
    }
    int value = value(span);
    if (slash < 0) {
      return new Range(value, value, 1, false);
    }
    if (!quartz) {
      throw item.error(
          "a step needs a range in the unix dialect; write %d-%d/%d"
              .formatted(value, field.max(), step));
    }
    return new Range(value, field.max(), step, true);
  }

  private Range bounded(Slice span, int dash, int step) {
    int from = value(span.head(dash));
    int to = value(span.tail(dash + 1));
    if (field == Field.UNIX_WEEKDAY && to == 0 && from > 0) {
      to = 7;
    }
    if (to < from && field == Field.YEAR) {
      throw item.error("the range of years ends before it begins");
    }
    if (to < from && !quartz) {
      throw item.error(
          "the range ends before it begins; a range that runs through the end of the field is"
              + " written in two parts, here %s".formatted(inTwoParts(from, to, step)));
    }
    return new Range(from, to, step, false);
  }

  /** Returns the remedy for a range that wraps, for example {@code 22-23,0-2} for 22-2. */
  private String inTwoParts(int from, int to, int step) {
    int max = field == Field.UNIX_WEEKDAY ? 6 : field.max();
    int skipped = (max - from) % step;
    int restart = field.min() + step - 1 - skipped;
    String suffix = step == 1 ? "" : "/" + step;
    if (from > max) {
      return field.min() + "-" + to + suffix;
    }
    String head = from + "-" + max + suffix;
    return restart > to ? head : head + "," + restart + "-" + to + suffix;
  }

  private int step(Slice text) {
    int step = isNumber(text) ? Integer.parseInt(text.text()) : 0;
    if (step < 1 || step > field.size()) {
      throw item.error(
          "the step is %s, allowed in the %s field are 1 to %d"
              .formatted(text.quoted(), field.label(), field.size()));
    }
    return step;
  }

  private int value(Slice text) {
    if (text.isEmpty()) {
      throw item.error(
          "a value is missing; the %s field takes %s".formatted(field.label(), field.allowed()));
    }
    int value = isNumber(text) ? Integer.parseInt(text.text()) : field.numberOf(text.text());
    if (!field.admits(value)) {
      throw text.error(
          "the %s field takes %s, not %s%s"
              .formatted(field.label(), field.allowed(), text.quoted(), hint(text)));
    }
    return value;
  }

  /** Returns what else the writer may have meant. */
  private String hint(Slice text) {
    String written = text.text();
    if (written.indexOf('~') >= 0 || written.equals("H")) {
      return "; random values are not supported, so that runs can be repeated";
    }
    if (quartz && written.equals("?")) {
      return "; ? stands in for the whole day-of-month or day-of-week";
    }
    if (!quartz && written.matches("\\?|L|LW|\\d+[LW]|.+#.+")) {
      return "; ?, L, W and # belong to the quartz dialect";
    }
    if (written.length() > 3 && field.numberOf(written.substring(0, 3)) >= 0) {
      return "; names have three letters";
    }
    return "";
  }

  private static boolean isNumber(Slice text) {
    return text.text().matches("[0-9]{1," + MAX_DIGITS + "}");
  }
}
