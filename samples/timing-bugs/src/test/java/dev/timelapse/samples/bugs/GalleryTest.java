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
            "these elements did not:\n  [09:00, 13:00, 17:00, 21:00]",
            "2026-02-02 05:00:00",
            "2026-02-03 09:00:00");
  }

  @Test
  void retryStorm_agentsStillComeTogetherTenMinutesLater() {
    assertThat(Gallery.failureOf("retrystorm.BuggyRetryStormTestCase"))
        .contains(
            "Check \"all agents are back\" has not come about within 10 min",
            "connect(\"agent-1\", lambda)",
            "connect(\"agent-10\",",
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
  void timeout_secondVolumeComesWhileTheThirdIsBeingMade() {
    assertThat(Gallery.failureOf("timeout.BuggyTimeoutTestCase"))
        .contains(
            "Check \"the claim has one volume\" does not hold any more, at 2026-01-01T00:00:39Z",
            "failed: IOException: timed out")
        .containsPattern("create\\(\"volume-3\", PT10S\\) +under way");
  }

  @Test
  void catchUp_mailOfEightHoursIsFetchedAtOnce() {
    assertThat(Gallery.failureOf("catchup.BuggyCatchUpTestCase"))
        .contains(
            "Check \"at most two fetches a minute\" does not hold any more, at 2026-03-03T06:00:30Z")
        .containsPattern("(mailbox  fetch\\(\\) +ok\\s+){30}");
  }

  @Test
  void checkThenAct_machinesAreOrderedAgainBeforeTheFirstHasBooted() {
    assertThat(Gallery.failureOf("checkthenact.BuggyCheckThenActTestCase"))
        .contains(
            "Check \"no more machines are ordered than there is work\" does not hold any more",
            "\"machine-10\"");
  }

  @Test
  void stampede_secondWorkerQueriesWhileTheFirstStillDoes() {
    assertThat(Gallery.failureOf("stampede.BuggyStampedeTestCase"))
        .contains("Check \"two queries at once\" has come about, at 2026-01-01T00:01:04Z")
        .containsPattern("query\\(\\) +under way\\s+scheduler 2 ");
  }

  @Test
  void failover_orderIsShippedTwice() {
    assertThat(Gallery.failureOf("failover.BuggyFailoverTestCase"))
        .contains("Check \"it is shipped twice\" has come about, at 2026-03-02T09:11:00Z")
        .containsPattern("(?s)ship\\(\"order-1\"\\).*ship\\(\"order-1\"\\)");
  }

  @Test
  void flapping_healthyHostIsReportedThatTookAMoment() {
    Map<String, String> failures = Gallery.failuresOf("flapping.BuggyFlappingTestCase");

    assertThat(failures)
        .containsOnlyKeys(
            "hostIsHealthy_forTenMinutes_nothingIsReported",
            "hostDies_isReportedOnceWithinAMinute");
    assertThat(failures.get("hostIsHealthy_forTenMinutes_nothingIsReported"))
        .contains(
            "Check \"it is reported\" has come about, at 2026-01-01T00:00:51Z",
            "offline(\"web-1\")");
  }

  @Test
  void token_isRefusedThatWasValidWhenItWasSent() {
    assertThat(Gallery.failureOf("token.BuggyTokenTestCase"))
        .contains("uploads that failed", "01:00:30", "401 Unauthorized: token-1 is expired");
  }

  @Test
  void cleanup_firstPartIsDeletedWhileTheFifthIsWritten() {
    assertThat(Gallery.failureOf("cleanup.BuggyCleanupTestCase"))
        .contains("Check \"a part of it is deleted\" has come about, at 2026-03-02T02:30:00Z")
        .containsPattern("part-5\"\\) +under way");
  }
}
