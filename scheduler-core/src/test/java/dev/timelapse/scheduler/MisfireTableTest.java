package dev.timelapse.scheduler;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of trigger, after stalls of several lengths, by each policy. */
class MisfireTableTest {

  private final SimulatedTime time = new SimulatedTime();
  private final List<Long> starts = new ArrayList<>();
  private long missed;

  @ParameterizedTest(name = "{0}, {1} after {2} s: runs at {4}, misses {5}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # A firing is late, but the next is not yet due: nothing is missed. 5x55 is five runs at 55 s.
          RATE    | RUN_ONCE |     15 |    10 | 15 20            |   0
          RATE    | SKIP     |     15 |    10 | 15 20            |   0
          RATE    | RUN_ALL  |     15 |    10 | 15 20            |   0
          # The next is due at this very moment: one is missed.
          RATE    | RUN_ONCE |     20 |    10 | 20 30            |   1
          RATE    | SKIP     |     20 |    10 | 30               |   2
          RATE    | RUN_ALL  |     20 |    10 | 2x20 30          |   0
          RATE    | RUN_ONCE |     55 |    10 | 55 60            |   4
          RATE    | SKIP     |     55 |    10 | 60               |   5
          RATE    | RUN_ALL  |     55 |    10 | 5x55 60          |   0
          RATE    | RUN_ONCE |   2005 |    10 | 2005 2010        | 199
          RATE    | SKIP     |   2005 |    10 | 2010             | 200
          # A hundred are made up for, and one stands for the rest.
          RATE    | RUN_ALL  |   2005 |    10 | 101x2005 2010    |  99
          CRON    | RUN_ONCE |     90 |    60 | 90 120           |   0
          CRON    | SKIP     |     90 |    60 | 90 120           |   0
          CRON    | RUN_ALL  |     90 |    60 | 90 120           |   0
          CRON    | RUN_ONCE |    120 |    60 | 120 180          |   1
          CRON    | SKIP     |    120 |    60 | 180              |   2
          CRON    | RUN_ALL  |    120 |    60 | 2x120 180        |   0
          CRON    | RUN_ONCE |    330 |    60 | 330 360          |   4
          CRON    | SKIP     |    330 |    60 | 360              |   5
          CRON    | RUN_ALL  |    330 |    60 | 5x330 360        |   0
          CRON    | RUN_ALL  |  12030 |    60 | 101x12030 12060  |  99
          DAILY   | RUN_ONCE |  14400 | 86400 | 14400 97200      |   0
          DAILY   | SKIP     |  14400 | 86400 | 14400 97200      |   0
          DAILY   | RUN_ONCE | 360000 | 86400 | 360000 442800    |   4
          DAILY   | SKIP     | 360000 | 86400 | 442800           |   5
          DAILY   | RUN_ALL  | 360000 | 86400 | 5x360000 442800  |   0
          # A user's trigger that does not count: 1 stands for one or more, beside the one at hand.
          USER    | RUN_ONCE |  37800 |  3600 | 37800 39600      |   1
          USER    | SKIP     |  37800 |  3600 | 39600            |   2
          USER    | RUN_ALL  |  37800 |  3600 | 10x37800 39600   |   0
          # A delay counts from the end of a firing, and once is once: there is nothing to miss.
          DELAY   | RUN_ONCE |     55 |    10 | 55 65            |   0
          DELAY   | SKIP     |     55 |    10 | 55 65            |   0
          DELAY   | RUN_ALL  |     55 |    10 | 55 65            |   0
          ONCE    | RUN_ONCE |     55 |    10 | 55               |   0
          ONCE    | SKIP     |     55 |    10 | 55               |   0
          ONCE    | RUN_ALL  |     55 |    10 | 55               |   0
          INSTANT | RUN_ONCE |     55 |    10 | 55               |   0
          INSTANT | SKIP     |     55 |    10 | 55               |   0
          INSTANT | RUN_ALL  |     55 |    10 | 55               |   0
          """)
  void trigger_afterAStall_doesWhatThePolicySays(
      String kind, Misfire policy, long stall, long after, String runs, long expectedMissed) {
    Scheduler scheduler = Scheduler.using(time).listener(new Counter()).build();
    scheduler.add(
        Job.named("job")
            .trigger(trigger(kind))
            .onMisfire(policy)
            .task(() -> starts.add(secondsSinceStart())));

    time.pass(ofSeconds(stall));
    time.drive(scheduler, ofSeconds(after));

    assertThat(starts).isEqualTo(expanded(runs));
    assertThat(missed).isEqualTo(expectedMissed);
  }

  private long secondsSinceStart() {
    return Duration.between(SimulatedTime.START, time.instant()).toSeconds();
  }

  private static List<Long> expanded(String runs) {
    List<Long> seconds = new ArrayList<>();
    for (String run : runs.split(" ", -1)) {
      String[] parts = run.split("x", -1);
      int times = parts.length == 1 ? 1 : Integer.parseInt(parts[0]);
      for (int i = 0; i < times; i++) {
        seconds.add(Long.valueOf(parts[parts.length - 1]));
      }
    }
    return seconds;
  }

  private static Trigger trigger(String kind) {
    CalendarTrigger user = after -> after.truncatedTo(ChronoUnit.HOURS).plus(ofHours(1));
    return switch (kind) {
      case "RATE" -> Trigger.every(ofSeconds(10));
      case "CRON" -> Trigger.cron("* * * * *", ZoneOffset.UTC);
      case "DAILY" -> Trigger.daily(LocalTime.of(3, 0), ZoneOffset.UTC);
      case "USER" -> user;
      case "DELAY" -> Trigger.withDelay(ofSeconds(10));
      case "ONCE" -> Trigger.after(ofSeconds(10));
      case "INSTANT" -> Trigger.at(SimulatedTime.START.plusSeconds(10));
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private final class Counter implements SchedulerListener {

    @Override
    public void missed(Firing firing) {
      missed += firing.missed();
    }
  }
}
