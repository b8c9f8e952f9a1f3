package dev.timelapse.scheduler;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wall clock that is set, by cronie's rules. */
class CronieStepsTest {

  private final SimulatedTime time = new SimulatedTime();
  private final List<String> fired = new ArrayList<>();
  private final Scheduler scheduler =
      Scheduler.using(time)
          .onClockStep(ClockSteps.CRONIE)
          .listener(
              new SchedulerListener() {
                @Override
                public void started(Firing firing) {
                  fired.add(firing.name() + " " + firing.due().toString().substring(11, 19));
                }
              })
          .build();

  @Test
  void forwardByUpToFiveMinutes_everythingJumpedOver_runsOnceForEachFiring() {
    cron("rate", "* * * * *");
    cron("daily", "2,4 3 * * *");

    driveTo("03:00:30");
    fired.clear();
    step(ofMinutes(5));
    drive(ofSeconds(30));

    assertThat(fired)
        .containsExactlyInAnyOrder(
            "rate 03:01:00",
            "rate 03:02:00",
            "rate 03:03:00",
            "rate 03:04:00",
            "rate 03:05:00",
            "rate 03:06:00",
            "daily 03:02:00",
            "daily 03:04:00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT5M1S", "PT1H", "PT3H"})
  void forwardByUpToThreeHours_rateRunsOnceAndTimesOfDayEachOnce(Duration step) {
    cron("rate", "* * * * *");
    cron("daily", "0,3 3,4 * * *");

    driveTo("02:59:30");
    fired.clear();
    step(step);
    drive(ofSeconds(1));

    // The rate stands at the instant of the step, which no minute is.
    String now = time.instant().minusSeconds(1).toString().substring(11, 19);
    boolean far = step.compareTo(ofMinutes(90)) > 0;
    List<String> expected = new ArrayList<>(List.of("rate " + now, "daily 03:00:00"));
    expected.add("daily 03:03:00");
    if (far) {
      expected.addAll(List.of("daily 04:00:00", "daily 04:03:00"));
    }
    assertThat(fired).containsExactlyInAnyOrderElementsOf(expected);

    fired.clear();
    drive(ofMinutes(2));
    assertThat(fired).filteredOn(entry -> entry.startsWith("rate")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT3H1S", "PT24H", "PT87600H"})
  void forwardByMore_nothingIsMadeUpForAndAllGoesOnByTheNewTime(Duration step) {
    cron("rate", "* * * * *");
    cron("daily", "0 4 * * *");

    driveTo("02:59:30");
    fired.clear();
    step(step);
    drive(ofSeconds(20));
    assertThat(fired).isEmpty();

    drive(ofHours(24));
    assertThat(fired).filteredOn(entry -> entry.startsWith("rate")).hasSize(24 * 60);
    assertThat(fired).filteredOn(entry -> entry.startsWith("daily")).hasSize(1);
  }

  @Test
  void forwardByMore_toTheVeryInstantOfAFiring_runsIt() {
    cron("daily", "0 4 * * *");

    driveTo("02:00:00");
    step(ofHours(26));
    drive(ofSeconds(1));

    assertThat(fired).containsExactly("daily 04:00:00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-1S", "PT-10M", "PT-1H", "PT-3H"})
  void backByUpToThreeHours_rateGoesOnAndNoTimeOfDayRunsTwice(Duration step) {
    cron("rate", "*/10 * * * *");
    cron("daily", "0 3 * * *");
    cron("later", "30 4 * * *");

    driveTo("04:00:00");
    fired.clear();
    step(step);
    drive(step.negated().plus(ofHours(1)));

    // It has caught up, and one hour more.
    assertThat(fired)
        .filteredOn(entry -> !entry.startsWith("rate"))
        .containsExactly("later 04:30:00");
    long tens = step.negated().plus(ofHours(1)).toMinutes() / 10;
    assertThat(fired)
        .filteredOn(entry -> entry.startsWith("rate"))
        .hasSizeBetween((int) tens, (int) tens + 1);
    fired.clear();
    drive(ofHours(24));
    assertThat(fired).containsOnlyOnce("daily 03:00:00", "later 04:30:00");
  }

  @Test
  void jobAddedAfterItsTimeOfDay_backBeforeThat_waitsForTheNextDay() {
    driveTo("03:10:00");
    cron("daily", "0 3 * * *");
    step(ofMinutes(-20));
    drive(ofHours(2));

    // By the default policy it would run: only what has fired is not to fire again.
    assertThat(fired).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-3H-1S", "PT-24H", "PT-87600H"})
  void backByMore_allGoesOnByTheNewTime(Duration step) {
    cron("rate", "* * * * *");
    cron("daily", "0 3 * * *");

    driveTo("05:00:30");
    fired.clear();
    step(step);
    drive(ofMinutes(2));
    assertThat(fired).filteredOn(entry -> entry.startsWith("rate")).hasSize(2);

    drive(ofHours(24));
    assertThat(fired).filteredOn(entry -> entry.startsWith("daily")).hasSize(1);
  }

  @Test
  void stepsBackBeforeTheClockHasCaughtUp_countTogether() {
    cron("daily", "0 3 * * *");

    driveTo("03:10:00");
    fired.clear();
    step(ofMinutes(-90));
    drive(ofMinutes(1));
    step(ofMinutes(-90));
    drive(ofMinutes(1));
    assertThat(time.instant()).isEqualTo("2026-03-27T00:12:00Z");
    drive(ofHours(2).plusMinutes(58));
    assertThat(time.instant()).isEqualTo("2026-03-27T03:10:00Z");
    assertThat(fired).isEmpty();

    step(ofMinutes(-90));
    drive(ofMinutes(1));
    step(ofMinutes(-92));
    drive(ofHours(3));
    assertThat(fired).containsExactly("daily 03:00:00");
  }

  @Test
  void stepBackAndForthAgain_missesNothingAndRepeatsNothing() {
    cron("daily", "0,10 3 * * *");

    driveTo("03:05:00");
    step(ofHours(-1));
    drive(ofMinutes(1));
    step(ofHours(1));
    drive(ofHours(1));

    assertThat(fired).containsExactly("daily 03:00:00", "daily 03:10:00");
  }

  @Test
  void skippingJob_afterAShortStepForward_runsAllTheSameAndSkipsAfterAStall() {
    scheduler.add(
        Job.named("rate")
            .trigger(Trigger.cron("* * * * *", ZoneOffset.UTC))
            .onMisfire(Misfire.SKIP)
            .task(() -> {}));

    driveTo("00:00:30");
    step(ofMinutes(3));
    drive(ofSeconds(1));
    assertThat(fired).containsExactly("rate 00:01:00", "rate 00:02:00", "rate 00:03:00");

    fired.clear();
    time.pass(ofMinutes(10));
    drive(ofMinutes(1));
    assertThat(fired).containsExactly("rate 00:14:00");
  }

  @Test
  void stepWhileATaskRuns_afterIt_isTakenIntoAccount() {
    scheduler.add(
        "daily",
        Trigger.cron("0,2 3 * * *", ZoneOffset.UTC),
        () -> {
          if (time.instant().equals(Instant.parse("2026-03-27T03:00:00Z"))) {
            time.stepWallClock(ofHours(1));
          }
        });

    driveTo("03:00:00");
    drive(ofSeconds(1));

    assertThat(fired).containsExactly("daily 03:00:00", "daily 03:02:00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-1H", "PT-24H", "PT24H"})
  void firingThatWasDueAndCouldNotStart_beforeAStep_runsAtOnce(Duration step) {
    cron("daily", "0 3 * * *");

    driveTo("02:59:00");
    time.pass(ofMinutes(5));
    step(step);
    drive(ofSeconds(1));

    assertThat(fired).hasSize(1);
  }

  @Test
  void pausedJob_steppedOver_isMadeUpForWhenResumed() {
    ScheduledJob job = cron("daily", "0 3,4 * * *");

    driveTo("02:30:00");
    job.pause();
    step(ofHours(2));
    drive(ofSeconds(1));
    job.resume();
    drive(ofSeconds(1));

    assertThat(fired).containsExactly("daily 03:00:00", "daily 04:00:00");
  }

  private ScheduledJob cron(String name, String expression) {
    return scheduler.add(name, Trigger.cron(expression, ZoneOffset.UTC), () -> {});
  }

  private void driveTo(String timeOfDay) {
    Instant to = Instant.parse("2026-03-27T" + timeOfDay + "Z");
    drive(Duration.between(time.instant(), to));
  }

  private void step(Duration by) {
    time.stepWallClock(by);
  }

  private void drive(Duration duration) {
    time.driveLookingAtTheWallClock(scheduler, duration);
  }
}
