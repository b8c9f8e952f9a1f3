package dev.timelapse.scheduler.cron;

import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/**
 * Cron by the minute, as a model for sweeps over years: each minute of a period is held against
 * what each of up to 64 samples admits, one bit for each. Knows nothing of searching. Seconds are
 * left out: all samples fire at second 0.
 */
final class MinuteModel {

  /** Takes a firing of the model. */
  interface Firing {
    void of(int sample, long epochSecond);
  }

  private static final int DAY = 1440;

  /** No clock is further from UTC. */
  private static final int MARGIN_DAYS = 2;

  private final long startMinute;
  private final long endMinute;
  private final long firstDay;

  /** The samples that a minute of the day suits. */
  private final long[] byMinute = new long[DAY];

  /** The samples that a date suits, counted from the first day. */
  private final long[] byDay;

  private final long firstPasses;
  private final long secondPasses;
  private final long gapEnds;

  /** Works out the masks for a period that begins and ends at midnight UTC. */
  MinuteModel(List<Sample> samples, LocalDate start, LocalDate end) {
    startMinute = start.toEpochDay() * DAY;
    endMinute = end.toEpochDay() * DAY;
    firstDay = start.toEpochDay() - MARGIN_DAYS;
    byDay = new long[(int) (end.toEpochDay() + MARGIN_DAYS - firstDay)];
    long first = 0;
    long second = 0;
    long gap = 0;
    for (int i = 0; i < samples.size(); i++) {
      Sample sample = samples.get(i);
      long bit = 1L << i;
      fill(sample, bit);
      first |= sample.overlap() == Overlap.SECOND ? 0 : bit;
      second |= sample.overlap() == Overlap.FIRST ? 0 : bit;
      gap |= sample.gap() == Gap.AT_GAP_END ? bit : 0;
    }
    firstPasses = first;
    secondPasses = second;
    gapEnds = gap;
  }

  private void fill(Sample sample, long bit) {
    String[] fields = sample.fields();
    boolean quartz = sample.dialect() == Dialect.QUARTZ;
    int minuteField = quartz ? 1 : 0;
    for (int minute = 0; minute < DAY; minute++) {
      boolean suits =
          NaiveField.TIME.admits(fields[minuteField], minute % 60)
              && NaiveField.HOUR.admits(fields[minuteField + 1], minute / 60);
      byMinute[minute] |= suits ? bit : 0;
    }
    for (int day = 0; day < byDay.length; day++) {
      LocalDate date = LocalDate.ofEpochDay(firstDay + day);
      boolean suits = quartz ? NaiveDays.quartz(fields, date) : NaiveDays.unix(fields, date);
      byDay[day] |= suits ? bit : 0;
    }
  }

  /** Goes through the period and hands over all firings of all samples, in order. */
  void sweep(ZoneRules rules, Firing firing) {
    Instant end = Instant.ofEpochSecond(endMinute * 60);
    long from = startMinute;
    long secondPassEnd = Long.MIN_VALUE;
    while (from < endMinute) {
      Instant now = Instant.ofEpochSecond(from * 60);
      ZoneOffsetTransition next = rules.nextTransition(now);
      boolean ends = next == null || !next.getInstant().isBefore(end);
      long to = ends ? endMinute : minutes(next.toEpochSecond());
      long offset = minutes(rules.getOffset(now).getTotalSeconds());
      long repeated = ends || next.isGap() ? 0 : -minutes(next.getDuration().toSeconds());
      for (long minute = from; minute < to; minute++) {
        long due = admitted(minute + offset);
        due &= minute < secondPassEnd ? secondPasses : -1;
        due &= minute >= to - repeated ? firstPasses : -1;
        if (minute == from) {
          due |= jumpedOver(rules, now);
        }
        tell(due, minute, firing);
      }
      secondPassEnd = to + repeated;
      from = to;
    }
  }

  /** Returns the samples that have a time in a gap that ends now, and mind. */
  private long jumpedOver(ZoneRules rules, Instant now) {
    ZoneOffsetTransition change = rules.nextTransition(now.minusSeconds(1));
    if (change == null || !change.getInstant().equals(now)) {
      return 0;
    }
    long before = minutes(now.getEpochSecond() + change.getOffsetBefore().getTotalSeconds());
    long after = minutes(now.getEpochSecond() + change.getOffsetAfter().getTotalSeconds());
    long admitted = 0;
    for (long local = before; local < after; local++) {
      admitted |= admitted(local);
    }
    return admitted & gapEnds;
  }

  private long admitted(long localMinute) {
    long day = Math.floorDiv(localMinute, DAY);
    return byMinute[(int) (localMinute - day * DAY)] & byDay[(int) (day - firstDay)];
  }

  private static void tell(long due, long minute, Firing firing) {
    for (long rest = due; rest != 0; rest &= rest - 1) {
      firing.of(Long.numberOfTrailingZeros(rest), minute * 60);
    }
  }

  private static long minutes(long seconds) {
    if (seconds % 60 != 0) {
      throw new IllegalArgumentException("not a whole minute: " + seconds + " s");
    }
    return seconds / 60;
  }
}
