package dev.timelapse.scheduler;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofNanos;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each kind of event when the wall clock is stepped, ten seconds after half past two in elapsed
 * time as in wall time. All times are elapsed since the start at midnight.
 */
class ClockStepsTableTest {

  private static final Duration BEFORE = Duration.parse("PT2H30M10S");
  private static final Duration AFTER = ofHours(7).minus(BEFORE);

  private final SimulatedTime time = new SimulatedTime();
  private final Scheduler scheduler = Scheduler.using(time).build();
  private final long start = time.nanoTime();

  @ParameterizedTest(name = "by {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # step     | at 03:00 each day  | once at 04:00 | each 20 minutes by the calendar, from the step on
          PT10S      | 02:59:50           | 03:59:50      | 02:39:50
          PT-10S     | 03:00:10           | 04:00:10      | 02:40:10
          PT30S      | 02:59:30           | 03:59:30      | 02:39:30
          PT1H       | 02:30:10           | 03:00:00      | 02:30:10 02:40:00
          PT-1H      | 04:00:00           | 05:00:00      | 02:40:00
          PT87600H   | 02:30:10 03:00:00  | 02:30:10      | 02:30:10 02:40:00
          PT-87600H  | 03:00:00           | never         | 02:40:00
          """)
  void wallClock_stepped_movesWhatIsOnTheCalendarAlone(
      Duration step, String daily, String instant, String calendarRate) {
    List<LocalTime> rate = note("rate", Trigger.every(ofMinutes(20)));
    List<LocalTime> delay = note("delay", Trigger.withDelay(ofMinutes(50)));
    List<LocalTime> once = note("once", Trigger.after(ofMinutes(160)));
    List<LocalTime> dailies = note("daily", Trigger.cron("0 3 * * *", ZoneOffset.UTC));
    List<LocalTime> instants = note("instant", Trigger.at(SimulatedTime.START.plus(ofHours(4))));
    List<LocalTime> calendarRates = note("calendar", Trigger.cron("*/20 * * * *", ZoneOffset.UTC));

    time.driveLookingAtTheWallClock(scheduler, BEFORE);
    assertThat(calendarRates).isEqualTo(every(ofMinutes(20), LocalTime.of(0, 20), 7));
    calendarRates.clear();
    time.stepWallClock(step);
    time.driveLookingAtTheWallClock(scheduler, AFTER);

    assertThat(rate).isEqualTo(every(ofMinutes(20), LocalTime.of(0, 20), 21));
    assertThat(delay).isEqualTo(every(ofMinutes(50), LocalTime.of(0, 50), 8));
    assertThat(once).containsExactly(LocalTime.of(2, 40));
    assertThat(dailies).isEqualTo(times(daily));
    assertThat(instants).isEqualTo(times(instant));
    assertThat(calendarRates).startsWith(times(calendarRate).toArray(new LocalTime[0]));
    List<LocalTime> steady =
        calendarRates.subList(times(calendarRate).size() - 1, calendarRates.size());
    assertThat(steady)
        .isEqualTo(every(ofMinutes(20), steady.get(0), steady.size()))
        .hasSizeBetween(13, 14);
  }

  private List<LocalTime> note(String name, Trigger trigger) {
    List<LocalTime> times = new ArrayList<>();
    scheduler.add(name, trigger, () -> times.add(elapsed()));
    return times;
  }

  private LocalTime elapsed() {
    return LocalTime.MIDNIGHT.plus(ofNanos(time.nanoTime() - start));
  }

  private static List<LocalTime> times(String text) {
    List<LocalTime> times = new ArrayList<>();
    for (String one : text.equals("never") ? new String[0] : text.split(" ", -1)) {
      times.add(LocalTime.parse(one));
    }
    return times;
  }

  private static List<LocalTime> every(Duration period, LocalTime first, int count) {
    List<LocalTime> times = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      times.add(first.plus(period.multipliedBy(i)));
    }
    return times;
  }
}
