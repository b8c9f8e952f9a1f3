package dev.timelapse.samples.bugs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a developer reads when a test meets the buggy code. */
class GalleryTest {

  @Test
  void clockChange_dayIsLostInSpringAndDoubledInAutumn() {
    Map<String, String> failures = Gallery.failuresOf("clockchange.BuggyClockChangeTestCase");

    assertThat(failures)
        .containsOnlyKeys(
            "clocksGoForward_eachDayIsChargedOnce", "clocksGoBack_eachDayIsChargedOnce");
    assertThat(failures.get("clocksGoForward_eachDayIsChargedOnce"))
        .contains("could not find the following elements:\n  [\"charge(2026-03-29)\"]");
    assertThat(failures.get("clocksGoBack_eachDayIsChargedOnce"))
        .contains("some elements were not expected:\n  [\"charge(2026-10-25)\"]");
  }

  @Test
  void drift_loadEndsInTheAfternoonBeforeLong() {
    assertThat(Gallery.failureOf("drift.BuggyDriftTestCase"))
        .contains(
            "before the shop opens",
            "these elements did not:\n  [09:00, 13:00, 17:00, 21:00]",
            "load(2026-02-04)");
  }

  @Test
  void retryStorm_agentsStillComeTogetherTenMinutesLater() {
    assertThat(Gallery.failureOf("retrystorm.BuggyRetryStormTestCase"))
        .contains(
            "Expected size: 10 but was: 0",
            "01:14:54",
            "connect(\"agent-1\"",
            "connect(\"agent-10\"",
            "failed: IOException: handshake");
  }

  @Test
  void lease_nodeWritesThatHasNotHadItForLong() {
    assertThat(Gallery.failureOf("lease.BuggyLeaseTestCase"))
        .contains(
            "at 2026-03-02T12:01:00Z (day 1), in job \"write\": [who writes at 2026-03-02T12:01:00Z]",
            "expected: \"node-2\"",
            "but was: \"node-1\"",
            "acquire(\"node-2\", PT15S)");
  }

  @Test
  void timeout_volumesAreMadeAgainAndAgain() {
    assertThat(Gallery.failureOf("timeout.BuggyTimeoutTestCase"))
        .contains(
            "create(\"volume-1\", PT10S)",
            "create(\"volume-9\", PT10S)",
            "failed: IOException: timed out");
  }

  @Test
  void catchUp_mailOfEightHoursIsFetchedAtOnce() {
    assertThat(Gallery.failureOf("catchup.BuggyCatchUpTestCase"))
        .contains("fetched in the first minute awake", "but was: 481", "fetch()");
  }

  @Test
  void checkThenAct_machinesAreOrderedUntilTheFirstBoots() {
    assertThat(Gallery.failureOf("checkthenact.BuggyCheckThenActTestCase"))
        .contains("machines ordered", "expected: 5", "but was: 40");
  }

  @Test
  void stampede_allWorkersQueryAtTheSameInstant() {
    assertThat(Gallery.failureOf("stampede.BuggyStampedeTestCase"))
        .contains("queries, the first one included", "expected: 2", "but was: 21");
  }

  @Test
  void failover_orderIsShippedTwice() {
    assertThat(Gallery.failureOf("failover.BuggyFailoverTestCase"))
        .contains("carrier.ship(\"order-1\");\nWanted 1 time", "But was 2 times");
  }

  @Test
  void flapping_healthyHostIsOfflineForLessThanASecond() {
    Map<String, String> failures = Gallery.failuresOf("flapping.BuggyFlappingTestCase");

    assertThat(failures)
        .containsOnlyKeys(
            "hostIsHealthy_forAMinute_nothingIsReported", "hostDies_isReportedWithinAMinute");
    assertThat(failures.get("hostIsHealthy_forAMinute_nothingIsReported"))
        .contains("No interactions wanted here", "offline(\"web-1\")", "online(\"web-1\")");
  }

  @Test
  void token_isRefusedThatWasValidWhenItWasSent() {
    assertThat(Gallery.failureOf("token.BuggyTokenTestCase"))
        .contains("uploads that failed", "01:00:30", "401 Unauthorized: token-1 is expired");
  }

  @Test
  void cleanup_firstPartsOfABackupAreGoneBeforeItsLastIsWritten() {
    assertThat(Gallery.failureOf("cleanup.BuggyCleanupTestCase"))
        .contains(
            "could not find the following elements:\n  [\"2026-03-02/part-1\", \"2026-03-02/part-2\"]",
            "delete(\"2026-03-02/part-1\")");
  }
}
