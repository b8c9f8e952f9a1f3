package dev.timelapse.scheduler.cron;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the unix dialect: five fields by the rules of Vixie cron, and its nicknames. */
final class UnixParser {

  private static final String FIELDS = "minute, hour, day-of-month, month, day-of-week";

  private static final Map<String, String> NICKNAMES =
      Map.of(
          "@hourly", "0 * * * *",
          "@daily", "0 0 * * *",
          "@midnight", "0 0 * * *",
          "@weekly", "0 0 * * 0",
          "@monthly", "0 0 1 * *",
          "@yearly", "0 0 1 1 *",
          "@annually", "0 0 1 1 *");

  private UnixParser() {}

  static Parsed parse(String expression) {
    Slice whole = Slice.of(Dialect.UNIX, expression);
    if (whole.indexOf('@') == 0) {
      String nickname = whole.text().toLowerCase(Locale.ROOT);
      return parse(nickname, meaning(nickname, whole).words());
    }
    List<Slice> words = whole.words();
    checkCount(whole, words);
    return parse(String.join(" ", words.stream().map(UnixParser::normal).toList()), words);
  }

  private static Slice meaning(String nickname, Slice whole) {
    if (nickname.equals("@reboot")) {
      throw whole.error("@reboot is not a time; schedule the job once, at the start, instead");
    }
    String meaning = NICKNAMES.get(nickname);
    if (meaning == null) {
      throw whole.error(
          "unknown nickname; there are @hourly, @daily (or @midnight), @weekly, @monthly and"
              + " @yearly (or @annually)");
    }
    return Slice.of(Dialect.UNIX, meaning);
  }

  private static void checkCount(Slice whole, List<Slice> words) {
    int count = words.size();
    String five = "the unix dialect has five fields (" + FIELDS + ")";
    if (count < 5) {
      String given = count == 0 ? "none is" : count == 1 ? "only 1 is" : "only " + count + " are";
      throw whole.tail(whole.text().length()).error(five + ", of which " + given + " given");
    }
    if (count > 5) {
      Slice sixth = words.get(5);
      throw sixth.error(
          five + ", and here is a sixth; a seconds field belongs to the quartz dialect");
    }
  }

  private static Parsed parse(String text, List<Slice> words) {
    ParsedField minute = ParsedField.of(Field.MINUTE, words.get(0));
    ParsedField hour = ParsedField.of(Field.HOUR, words.get(1));
    ParsedField dayOfMonth = ParsedField.of(Field.DAY_OF_MONTH, words.get(2));
    ParsedField month = ParsedField.of(Field.MONTH, words.get(3));
    ParsedField dayOfWeek = ParsedField.of(Field.UNIX_WEEKDAY, words.get(4));

    TimesOfDay times = new TimesOfDay(Values.of(0), minute.values(), hour.values());
    boolean rate = minute.isWildcard() || hour.isWildcard();
    DayRule days = days(dayOfMonth, dayOfWeek);
    Parsed parsed = Parsed.of(text, times, rate, month.values(), days, Years.all());
    if (parsed.times().dates().isEmpty()) {
      throw impossible(dayOfMonth, month);
    }
    return parsed;
  }

  /** Returns the days; both fields must agree if one starts with a star, else either will do. */
  private static DayRule days(ParsedField dayOfMonth, ParsedField dayOfWeek) {
    DaysOfMonth numbers = new DaysOfMonth(dayOfMonth.values());
    Weekdays weekdays = new Weekdays(sundayAsZero(dayOfWeek.values()));
    if (dayOfMonth.startsWithStar() || dayOfWeek.startsWithStar()) {
      return new BothDays(numbers, weekdays);
    }
    if (weekdays.isEveryDay() || numbers.isEveryDay()) {
      return DaysOfMonth.ALL;
    }
    return new EitherDay(List.of(numbers, weekdays));
  }

  private static Values sundayAsZero(Values values) {
    return new Values((values.bits() | values.bits() >>> 7) & Values.range(0, 6).bits());
  }

  private static CronSyntaxException impossible(ParsedField dayOfMonth, ParsedField month) {
    return dayOfMonth
        .slice()
        .error(
            ("no date has the day-of-month %s in the month %s; February has at most 29 days, April,"
                    + " June, September and November have 30")
                .formatted(dayOfMonth.slice().quoted(), month.slice().quoted()));
  }

  private static String normal(Slice word) {
    return word.text().toUpperCase(Locale.ROOT);
  }
}
