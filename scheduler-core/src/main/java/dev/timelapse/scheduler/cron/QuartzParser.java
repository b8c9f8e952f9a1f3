package dev.timelapse.scheduler.cron;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads the quartz dialect: six or seven fields by the rules of Quartz. */
final class QuartzParser {

  private static final int YEAR = 6;

  private static final String SIX_OR_SEVEN =
      "the quartz dialect has six or seven fields (second, minute, hour, day-of-month, month,"
          + " day-of-week and perhaps year)";

  private QuartzParser() {}

  static Parsed parse(String expression) {
    Slice whole = Slice.of(Dialect.QUARTZ, expression);
    List<Slice> words = whole.words();
    checkCount(whole, words);

    ParsedField second = ParsedField.of(Field.SECOND, words.get(0));
    ParsedField minute = ParsedField.of(Field.MINUTE, words.get(1));
    ParsedField hour = ParsedField.of(Field.HOUR, words.get(2));
    ParsedField month = ParsedField.of(Field.MONTH, words.get(4));
    DayRule days = days(words.get(3), words.get(5));
    Years years = words.size() > YEAR ? years(words.get(YEAR)) : Years.all();

    TimesOfDay times = new TimesOfDay(second.values(), minute.values(), hour.values());
    boolean rate = second.isWildcard() || minute.isWildcard() || hour.isWildcard();
    Parsed parsed = Parsed.of(text(words), times, rate, month.values(), days, years);
    if (parsed.times().dates().isEmpty()) {
      throw impossible(words);
    }
    return parsed;
  }

  private static String text(List<Slice> words) {
    return words.stream()
        .map(word -> word.text().toUpperCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }

  private static void checkCount(Slice whole, List<Slice> words) {
    int count = words.size();
    if (whole.indexOf('@') == 0) {
      throw whole.error("nicknames belong to the unix dialect; " + SIX_OR_SEVEN);
    }
    if (count > YEAR + 1) {
      throw words.get(YEAR + 1).error(SIX_OR_SEVEN + ", and here is an eighth");
    }
    if (count < YEAR) {
      String five = count == 5 ? "; five fields without a second belong to the unix dialect" : "";
      throw whole
          .tail(whole.text().length())
          .error(SIX_OR_SEVEN + ", and here it ends after " + count + five);
    }
  }

  private static DayRule days(Slice dayOfMonth, Slice dayOfWeek) {
    if (dayOfMonth.is("?") == dayOfWeek.is("?")) {
      throw dayOfWeek.error(
          "exactly one of day-of-month and day-of-week must be ?, and here %s is"
              .formatted(dayOfWeek.is("?") ? "each" : "neither"));
    }
    return dayOfWeek.is("?") ? QuartzDays.ofMonth(dayOfMonth) : QuartzDays.ofWeek(dayOfWeek);
  }

  private static Years years(Slice slice) {
    return slice.is("*") ? Years.all() : new Years(ParsedField.of(Field.YEAR, slice).set(), true);
  }

  private static CronSyntaxException impossible(List<Slice> words) {
    boolean byNumber = words.get(5).is("?");
    Slice day = words.get(byNumber ? 3 : 5);
    String field = byNumber ? Field.DAY_OF_MONTH.label() : Field.QUARTZ_WEEKDAY.label();
    String year = words.size() > YEAR ? " of the year " + words.get(YEAR).quoted() : "";
    return day.error(
        "no date has the %s %s in the month %s%s"
            .formatted(field, day.quoted(), words.get(4).quoted(), year));
  }
}
