package dev.timelapse.scheduler.cron;

import java.util.List;
import java.util.stream.Collectors;

/** Days that at least one of several rules chooses. */
record EitherDay(List<DayRule> rules) implements DayRule {

  @Override
  public long daysOf(int length, int firstWeekday) {
    long days = 0;
    for (DayRule rule : rules) {
      days |= rule.daysOf(length, firstWeekday);
    }
    return days;
  }

  @Override
  public String words(String months) {
    return rules.stream().map(rule -> rule.words(months)).collect(Collectors.joining(" and "));
  }
}
