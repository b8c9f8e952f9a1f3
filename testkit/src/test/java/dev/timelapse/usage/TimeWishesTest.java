package dev.timelapse.usage;

import static dev.timelapse.scheduler.Trigger.every;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.Leftover;
import dev.timelapse.testkit.LeftoversError;
import dev.timelapse.testkit.Timeline;
import dev.timelapse.testkit.archunit.TimeRules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What users of other libraries asked of virtual time, often in vain, each as a test named by what
 * they wanted and with the place where they did. What they asked of executors is in {@link
 * ExecutorWishesTest}, of real I/O in {@link RealIoTest}, of the start of a test in {@link
 * MocksBeforeJobsTest}.
 */
class TimeWishesTest {

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  // Kotlin/kotlinx.coroutines#3919, #3179; cashapp/turbine#268
  @Test
  void timeThatMovesByItself_andTimeThatIsMovedByHand_inOneTest() throws Exception {
    try (Timeline time = Timeline.startingAt(START, ZoneOffset.UTC)) {
      Scheduler scheduler = Scheduler.using(time.timeSource()).build();
      List<String> log = new ArrayList<>();
      CountDownLatch opened = new CountDownLatch(1);
      scheduler.after(ofHours(1), opened::countDown);

      time.automatic();
      opened.await();
      time.explicit();
      scheduler.after(ofHours(1), () -> log.add("by hand"));
      time.advanceBy(ofMinutes(59));
      assertThat(log).isEmpty();
      time.advanceBy(ofMinutes(1));

      assertThat(log).containsExactly("by hand");
    }
  }

  // golang/go#73062
  @Test
  void backgroundTicker_doesNotMakeTimeRunForEver_andOneThatDoesIsNamed() {
    try (Timeline time = Timeline.startingAt(START, ZoneOffset.UTC)) {
      Scheduler scheduler = Scheduler.using(time.timeSource()).build();
      scheduler.add("ticker", every(ofDays(1)), () -> {});
      scheduler.after(ofMinutes(90), () -> {});

      time.advanceUntilIdle();
      assertThat(time.elapsed()).isEqualTo(ofMinutes(90));

      time.allow(Leftover.PENDING_ONE_SHOTS);
      time.strand("poller", () -> pollForEver(time));
      assertThatThrownBy(time::advanceUntilIdle)
          .isInstanceOf(AssertionError.class)
          .hasMessageContainingAll("not idle", "strand \"poller\" waits for sleep");
      time.allow(Leftover.WAITING_TASKS);
    }
  }

  // golang/go#81558
  @Test
  void sleep_untilAnAbsoluteTime() throws Exception {
    try (Timeline time = Timeline.startingAt(START, ZoneOffset.UTC)) {
      Future<Instant> woken =
          time.strand(
              "sleeper",
              () -> {
                time.sleepUntil(Instant.parse("2026-03-08T06:30:00Z"));
                return time.now();
              });

      time.advanceTo("2026-03-31");

      assertThat(woken.get()).isEqualTo("2026-03-08T06:30:00Z");
    }
  }

  // reactor/reactor-core#776, #783, #1896
  @Test
  void nothingCanEverCompleteWhatTheTestWaitsFor_isReported_ratherThanHangWithoutAWord() {
    try (Timeline time = Timeline.startingAt(START, ZoneOffset.UTC)) {
      Future<String> answer = time.futures().incomplete();
      Future<String> client = time.strand("client", () -> answer.get());

      assertThatThrownBy(client::get)
          .isInstanceOf(AssertionError.class)
          .hasMessageContainingAll("deadlock", "strand \"client\" waits for", "TimeWishesTest");
      time.allow(Leftover.WAITING_TASKS);
    }
  }

  // temporalio/sdk-java#1138, #2246
  @Test
  void lockOnTimeThatNobodyReleases_isNamedWithOwnerAndPlace_ratherThanFreezeTimeInSilence() {
    Timeline time = Timeline.startingAt(START, ZoneOffset.UTC);
    time.hold("upload to the real store");
    String owner = "thread \"" + Thread.currentThread().getName() + "\"";

    assertThatIllegalStateException()
        .isThrownBy(() -> time.advanceBy(ofHours(1)))
        .withMessageContainingAll("upload to the real store", owner, "TimeWishesTest.java");
    assertThatThrownBy(time::close)
        .isInstanceOf(LeftoversError.class)
        .hasMessageContainingAll("Time is still held", "upload to the real store");
  }

  // akka/akka#31389; kagkarlsson/db-scheduler#359, #489
  @Test
  void classThatReadsTheSystemsClockAllTheSame_isFoundAndToldWhatToTakeInstead() {
    var classes = new ClassFileImporter().importClasses(Cache.class);

    assertThatThrownBy(() -> TimeRules.TIME_IS_INJECTED.check(classes))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("Cache.isOld", "take a java.time.Clock or InstantSource");
  }

  // spulec/freezegun#383, #437, #521; wolfcw/libfaketime#425
  @Test
  void wallClockIsSetBackOrSlow_sleepsAndPeriodsAreAsLongAsEver() throws Exception {
    try (Timeline time = Timeline.startingAt(START, ZoneOffset.UTC)) {
      Scheduler scheduler = Scheduler.using(time.timeSource()).build();
      List<String> log = new ArrayList<>();
      scheduler.add("hourly", every(ofHours(1)), () -> log.add("hourly at " + time.elapsed()));
      Future<String> sleeper =
          time.strand(
              "sleeper",
              () -> {
                time.sleep(ofHours(2));
                return "awake at " + time.elapsed();
              });

      time.advanceBy(ofMinutes(30));
      time.wallClock().stepBy(ofDays(-10));
      time.wallClock().driftBy(ofMinutes(-30), ofHours(1));
      time.advanceBy(ofMinutes(90));

      assertThat(sleeper.get()).isEqualTo("awake at PT2H");
      assertThat(log).containsExactly("hourly at PT1H", "hourly at PT2H");
      assertThat(time.now()).isEqualTo("2026-02-19T01:15:00Z");
    }
  }

  // mockito/mockito#3575, #2822, #2676, #2507
  @Test
  void dateOfTheSystem_isWhatTheTestSays_withoutMockingTheClassesOfTheLanguage() {
    try (Timeline time =
        Timeline.startingAt(Instant.parse("2028-02-28T22:30:00Z"), ZoneId.of("Europe/Berlin"))) {
      Clock clock = time.clock();

      assertThat(LocalDate.now(clock)).isEqualTo("2028-02-28");
      time.advanceBy(ofHours(1));
      assertThat(LocalDate.now(clock)).isEqualTo("2028-02-29");
      assertThat(Instant.now(clock)).isEqualTo("2028-02-28T23:30:00Z");
    }
  }

  private static void pollForEver(Timeline time) {
    while (true) {
      time.sleep(ofDays(1000));
    }
  }

  /** What the library of somebody else does, deep inside. */
  record Cache(Instant written) {

    boolean isOld() {
      return written.isBefore(Instant.now().minusSeconds(60));
    }
  }
}
