package dev.timelapse.testkit;

import static dev.timelapse.scheduler.Retry.exponential;
import static dev.timelapse.scheduler.Trigger.every;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.when;

import dev.timelapse.scheduler.Job;
import dev.timelapse.scheduler.Scheduler;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opentest4j.TestAbortedException;

class LeftoversTest {

  @Test
  void oneShotsAndWaitingTasksLeft_failTheTestTogether_eachWithItsRemedy() {
    Throwable failure = Fixtures.failureOf(SeveralKindsCase.class);

    assertThat(failure)
        .isInstanceOf(LeftoversError.class)
        .hasMessageContaining("2026-01-01T00:00:10Z (day 1)")
        .hasMessageContaining(
            "Still to come:\n  \"one-shot: task of LeftoversTest$SeveralKindsCase\", due 2026-01-01T00:01:00Z")
        .hasMessageContaining("\"at 2026-01-02T00:00:00Z\", due 2026-01-02T00:00:00Z")
        .hasMessageContaining("@Timelapse(allow = Leftover.PENDING_ONE_SHOTS)")
        .hasMessageContaining(
            "waiting on the timeline:\n  job \"slow\" waits for sleep, for PT5S\n      at dev.timelapse.testkit.LeftoversTest")
        .hasMessageContaining("@Timelapse(allow = Leftover.WAITING_TASKS)")
        .hasMessageContaining(
            "Called outside, and not stubbed:\n  Outside call not stubbed: probe.ping()");
    assertThat(failure.getSuppressed()).singleElement().isInstanceOf(TimelineAccount.class);
  }

  @Test
  void whatWasScriptedInVain_isToldTogether_eachWithItsPlace() {
    assertThat(Fixtures.failureOf(InVainCase.class))
        .hasMessageContaining(
            "probe failsWith(…) from 2026-01-02T00:00:00Z until 2026-01-03T00:00:00Z, said at"
                + " LeftoversTest.java:")
        .hasMessageContaining("probe failsWith(…) with probability 0.5, said at")
        .hasMessageContaining("probe.ping(), stubbed -> at dev.timelapse.testkit.Leftovers")
        .hasMessageContaining("say mayBeUnused() of it")
        .hasMessageContaining("stub it with Mockito.lenient()");
    Fixtures.succeeds(InVainAllowedCase.class, 1);
  }

  @Test
  void holdThatNobodyClosed_failsTheTestWithReasonAndOwner() {
    assertThat(Fixtures.failureOf(HeldCase.class))
        .isInstanceOf(LeftoversError.class)
        .hasMessageContaining("Time is still held:")
        .hasMessageContaining("waiting for the real database")
        .hasMessageContaining("@Timelapse(allow = Leftover.HELD_TIME)");
  }

  @Test
  void recurringJobsAndTheirRetriesLeft_areNoLeftovers() {
    Fixtures.succeeds(RecurringCase.class, 1);
  }

  @Test
  void retryOfAOneShotLeft_isALeftover() {
    assertThat(Fixtures.failureOf(RetriedOneShotCase.class))
        .isInstanceOf(LeftoversError.class)
        .hasMessageContaining("\"send once\", due 2026-01-01T00:10:01Z");
  }

  @Test
  void leftoverAllowedAnywhere_passes() {
    Fixtures.succeeds(AllowedCase.class, 2);
    Fixtures.succeeds(
        Fixtures.run(
            NotAllowedCase.class, Map.of("timelapse.allow", "WAITING_TASKS, PENDING_ONE_SHOTS")),
        1);
  }

  @Test
  void otherKindAllowed_stillFails() {
    assertThat(
            Fixtures.failureOf(
                Fixtures.run(NotAllowedCase.class, Map.of("timelapse.allow", "UNSTUBBED_CALLS"))))
        .isInstanceOf(LeftoversError.class);
  }

  @Test
  void failingTestLeavesSomething_keepsItsOwnFailure() {
    Throwable failure = Fixtures.failureOf(FailingCase.class);

    assertThat(failure).hasMessage("the test's own");
    assertThat(failure.getSuppressed())
        .hasSize(2)
        .hasAtLeastOneElementOfType(TimelineAccount.class)
        .hasAtLeastOneElementOfType(LeftoversError.class);
  }

  @Test
  void failingTest_doesNotTellWhatIsLeftBecauseItEndedEarly() {
    assertThat(Fixtures.failureOf(EarlyEndCase.class).getSuppressed())
        .hasOnlyElementsOfType(TimelineAccount.class);
  }

  @Test
  void abortedTestLeavesSomething_staysAborted() {
    Fixtures.run(AbortedCase.class).assertStatistics(stats -> stats.aborted(1).failed(0));
  }

  @Test
  void cleanUpAfterEach_countsAsTheTests() {
    Fixtures.succeeds(CleanUpCase.class, 1);
  }

  @Test
  void manyLeft_areTalliedAfterTheFirst() {
    assertThat(Fixtures.failureOf(ManyCase.class))
        .hasMessageContaining("due 2026-01-01T00:00:10Z\n  and 15 more\n");
  }

  interface Probe {
    boolean ping();
  }

  @ExtendWith(TimelapseExtension.class)
  static class SeveralKindsCase {

    @Outside Probe probe;

    @Test
    void leavesBehind(Timeline time, Scheduler scheduler) {
      Scheduler other = Scheduler.using(time.timeSource()).build();
      scheduler.after(ofMinutes(1), () -> {});
      time.at("2026-01-02", () -> {});
      other.add("slow", every(ofSeconds(5)), () -> time.sleep(ofMinutes(5)));
      scheduler.after(
          ofSeconds(1),
          () -> {
            try {
              probe.ping();
            } catch (AssertionError e) {
              // as careless code does
            }
          });
      time.advanceBy(ofSeconds(10));
    }
  }

  @ExtendWith(TimelapseExtension.class)
  static class InVainCase {

    @Outside Probe probe;

    @Test
    void scriptsWhatNeverStrikes(Timeline time) {
      time.outside(probe).failsWith(IllegalStateException::new).between("2026-01-02", "2026-01-03");
      time.outside(probe).failsWith(IllegalStateException::new).withProbability(0.5);
      when(probe.ping()).thenReturn(true);
      time.advanceBy(ofDays(3));
    }
  }

  @ExtendWith(TimelapseExtension.class)
  static class InVainAllowedCase {

    @Outside Probe probe;

    @Test
    void allowsEach(Timeline time) {
      time.outside(probe).failsWith(IllegalStateException::new).from("2026-01-02").mayBeUnused();
      lenient().when(probe.ping()).thenReturn(true);
      time.advanceBy(ofDays(3));
    }
  }

  @ExtendWith(TimelapseExtension.class)
  static class HeldCase {

    @Test
    void leavesAHold(Timeline time) {
      time.hold("waiting for the real database");
    }
  }

  @ExtendWith(TimelapseExtension.class)
  static class RecurringCase {

    @Test
    void leavesJobs(Timeline time, Scheduler scheduler) {
      scheduler.add("every minute", every(ofMinutes(1)), () -> {});
      scheduler.add(
          Job.named("fails")
              .trigger(every(ofHours(1)))
              .retry(exponential(ofMinutes(10)).attempts(3))
              .task(
                  () -> {
                    throw new IllegalStateException("down");
                  }));
      time.every(ofMinutes(1), () -> {});
      time.advanceBy(ofMinutes(65));
      assertThat(time.isIdle()).isFalse();
    }
  }

  @ExtendWith(TimelapseExtension.class)
  static class RetriedOneShotCase {

    @Test
    void leavesARetry(Timeline time, Scheduler scheduler) {
      scheduler.add(
          Job.named("send once")
              .trigger(dev.timelapse.scheduler.Trigger.after(ofSeconds(1)))
              .retry(exponential(ofMinutes(10)).attempts(3))
              .task(
                  () -> {
                    throw new IllegalStateException("down");
                  }));
      time.advanceBy(ofSeconds(1));
    }
  }

  @ExtendWith(TimelapseExtension.class)
  static class AllowedCase {

    @Test
    @Timelapse(allow = Leftover.PENDING_ONE_SHOTS)
    void byAnnotation(Timeline time) {
      time.after(ofHours(1), () -> {});
    }

    @Test
    void byCall(Timeline time) {
      time.after(ofHours(1), () -> {});
      time.allow(Leftover.PENDING_ONE_SHOTS);
    }
  }

  @ExtendWith(TimelapseExtension.class)
  static class NotAllowedCase {

    @Test
    void leavesAOneShot(Timeline time) {
      time.after(ofHours(1), () -> {});
    }
  }

  @ExtendWith(TimelapseExtension.class)
  static class FailingCase {

    @Test
    void fails(Timeline time) {
      time.hold("for the test's own reasons");
      fail("the test's own");
    }
  }

  @ExtendWith(TimelapseExtension.class)
  static class EarlyEndCase {

    @Outside Probe probe;

    @Test
    void fails(Timeline time) {
      time.after(ofHours(1), () -> {});
      time.eventually("never", () -> false, ofHours(1));
      time.outside(probe).failsWith(IllegalStateException::new).onCall(1);
      fail("the test's own");
    }
  }

  @ExtendWith(TimelapseExtension.class)
  static class AbortedCase {

    @Test
    void aborts(Timeline time) {
      time.after(ofHours(1), () -> {});
      throw new TestAbortedException("aborted on purpose");
    }
  }

  @ExtendWith(TimelapseExtension.class)
  static class CleanUpCase {

    @Test
    void leavesAOneShot(Timeline time) {
      time.after(ofHours(1), () -> {});
    }

    @AfterEach
    void finish(Timeline time) {
      time.advanceUntilIdle();
    }
  }

  @ExtendWith(TimelapseExtension.class)
  static class ManyCase {

    @Test
    void leavesMany(Timeline time) {
      for (int i = 1; i <= 25; i++) {
        time.after(ofSeconds(i), () -> {});
      }
    }
  }
}
