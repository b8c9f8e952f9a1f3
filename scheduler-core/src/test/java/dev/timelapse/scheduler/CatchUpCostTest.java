package dev.timelapse.scheduler;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.scheduler.cron.CronExpression;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Finding out what was missed takes a few questions, however much it was. */
class CatchUpCostTest {

  private static final long TEN_YEARS = 3653;

  private final SimulatedTime time = new SimulatedTime();
  private final List<Long> missed = new ArrayList<>();
  private final Scheduler scheduler =
      Scheduler.using(time)
          .listener(
              new SchedulerListener() {
                @Override
                public void missed(Firing firing) {
                  missed.add(firing.missed());
                }
              })
          .build();
  private int runs;

  @ParameterizedTest
  @EnumSource
  void minutelyCron_afterTenYearsByClockStep_asksTheTriggerAFewTimes(Misfire policy) {
    Asked trigger = new Asked("* * * * *", ZoneOffset.UTC);
    add(trigger, policy);

    time.stepWallClock(ofDays(TEN_YEARS));
    scheduler.runDue();

    assertCaughtUp(trigger, policy);
  }

  @ParameterizedTest
  @EnumSource
  void minutelyCron_afterAStallOfTenYears_asksTheTriggerAFewTimes(Misfire policy) {
    Asked trigger = new Asked("* * * * *", ZoneOffset.UTC);
    add(trigger, policy);

    time.pass(ofDays(TEN_YEARS));
    scheduler.runDue();

    assertCaughtUp(trigger, policy);
  }

  private void assertCaughtUp(Asked trigger, Misfire policy) {
    long due = TEN_YEARS * 1440;
    int made = policy == Misfire.RUN_ALL ? Misfire.RUN_ALL_BOUND + 1 : 1;
    assertThat(runs).isEqualTo(policy == Misfire.SKIP ? 0 : made);
    assertThat(missed).containsExactly(due - runs);
    assertThat(trigger.nexts).isLessThan(10 * made);
    assertThat(trigger.counts).isLessThanOrEqualTo(made);
  }

  @Test
  void secondlyCron_afterThousandsOfYears_isCountedWithoutGoingThroughThem() {
    // One by one, 250,000 million firings would take hours.
    Instant to = Instant.parse("9950-03-27T00:00:00Z");
    add(Trigger.cron(CronExpression.quartz("* * * * * ?", ZoneOffset.UTC)), Misfire.SKIP);

    time.stepWallClock(ofSeconds(to.getEpochSecond() - SimulatedTime.START.getEpochSecond()));
    scheduler.runDue();

    assertThat(missed).containsExactly(to.getEpochSecond() - SimulatedTime.START.getEpochSecond());
    assertThat(scheduler.jobs().get(0).due()).isEqualTo(to.plusSeconds(1));
  }

  private void add(Trigger trigger, Misfire policy) {
    scheduler.add(Job.named("job").trigger(trigger).onMisfire(policy).task(() -> runs++));
  }

  /** Counts how often it is asked. */
  private static final class Asked implements CalendarTrigger {

    private final CronExpression cron;
    private int nexts;
    private int counts;

    Asked(String expression, ZoneId zone) {
      this.cron = CronExpression.unix(expression, zone);
    }

    @Override
    public Instant next(Instant after) {
      nexts++;
      return cron.next(after);
    }

    @Override
    public boolean isRate() {
      return cron.isRate();
    }

    @Override
    public long count(Instant after, Instant until) {
      counts++;
      return cron.count(after, until);
    }
  }
}
