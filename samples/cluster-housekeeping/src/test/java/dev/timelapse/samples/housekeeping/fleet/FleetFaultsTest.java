package dev.timelapse.samples.housekeeping.fleet;

import static dev.timelapse.testkit.assertj.TimelapseAssertions.assertThat;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

import java.io.IOException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

/** What becomes of the fleet when what is outside fails, answers late, or not at all. */
class FleetFaultsTest extends FleetTestCase {

  @Test
  void answerIsLost_afterAReplicaWasPlaced_itIsNotLeftBehind() {
    time.outside(provisioner)
        .method("place")
        .losesAnswer(() -> new IOException("connection reset"))
        .between("2026-03-05T10:10", "2026-03-05T10:11");
    outage("node-1", "2026-03-05T10:00:30", "2026-03-08T09:00:30");

    time.advanceBy(ofDays(14));

    then(events).should(atLeastOnce()).provisioningFailed(any(), eq(node("spare-1")), any(), any());
    assertAllIsPlaced();
    then(pager).shouldHaveNoInteractions();
  }

  @Test
  void oneNode_answersAfterFourMinutes_isNotTakenForDown() {
    asking("node-2").takes(ofMinutes(4));
    outage("node-3", "2026-03-05T10:00:30", "2026-03-08T09:00:30");

    time.advanceBy(ofDays(14).plusSeconds(270));

    then(events).should(never()).markedDown(eq(node("node-2")), any());
    then(events).should().markedDown(eq(node("node-3")), any());
    assertAllIsPlaced();
  }

  @Test
  void deadNode_failsOnlyAfterAMinute_holdsUpEachRoundByThatAndNoMore() {
    asking("node-1")
        .failsAfter(ofMinutes(1), SocketTimeoutException::new)
        .between("2026-03-05T10:00:30", "2026-03-20T09:00:30");

    time.advanceBy(ofDays(28));

    then(events).should().markedDown(node("node-1"), at("2026-03-05T10:11"));
    then(events).should().becameSpare(node("node-1"), at("2026-03-20T09:05"));
    assertThat(time.recording())
        .firingsOf(Fleet.PROBE)
        .areLateByAtMost(ZERO)
        .takeAtMost(ofMinutes(1));
    assertThat(time.recording()).firingsOf(Fleet.REPLACE).areLateByAtMost(ofMinutes(1));
    assertAllIsPlaced();
  }

  @Test
  void provisioner_failsOnlyAfterSixMinutes_roundsAreMissedButNoNodeIs() {
    time.outside(provisioner)
        .failsAfter(ofMinutes(6), () -> new IOException("gateway time-out"))
        .between("2026-03-05T10:00", "2026-03-05T14:00");
    outage("node-1", "2026-03-05T10:00:30", "2026-03-08T09:00:30");
    outage("node-2", "2026-03-05T12:00:30", "2026-03-08T09:00:30");

    time.advanceBy(ofDays(14));

    assertThat(time.recording()).firingsOf(Fleet.PROBE).areAtMost(ofHours(1)).apart();
    then(events).should().markedDown(eq(node("node-2")), any());
    then(events).should().replaced(eq(node("node-2")), eq(node("spare-2")), any());
    assertAllIsPlaced();
  }

  @Test
  void provisioner_answersTwice_nothingIsPlacedThatTheDaemonDoesNotKnow() {
    time.outside(provisioner).arrivesAgainAfter(ofMinutes(2));
    outage("node-1", "2026-03-05T10:00:30", "2026-03-05T10:40:30");
    outage("node-2", "2026-03-09T10:00:30", "2026-03-12T09:00:30");
    outage("spare-1", "2026-03-10T10:00:30", "2026-03-10T10:12:30");

    time.advanceBy(ofDays(28));

    then(events).should(times(3)).replaced(any(), any(), any());
    assertAllIsPlaced();
  }

  @Test
  void everyThirdRequest_failsAndEveryTenthAnswerIsLost_allIsPlacedInTheEnd() {
    time.outside(provisioner)
        .failsWith(() -> new IOException("overloaded"))
        .withProbability(0.3)
        .between("2026-03-05T00:00", "2026-03-20T00:00");
    time.outside(provisioner)
        .method("place")
        .losesAnswer(() -> new IOException("connection reset"))
        .withProbability(0.1)
        .between("2026-03-05T00:00", "2026-03-20T00:00");
    for (int day = 5; day < 20; day++) {
      String date = "2026-03-%02dT".formatted(day);
      outage("node-" + (1 + day % 3), date + "10:00:30", date + "13:00:30");
      outage("spare-" + (1 + day % 2), date + "11:30:30", date + "18:00:30");
    }
    time.whenever("a replica is missing", this::isReplicaMissing)
        .then("all are there", () -> !isReplicaMissing())
        .within(ofHours(1));

    time.advanceBy(ofDays(28));

    assertThat(time.recording()).callsTo("provisioner").thatFailed().hasSizeAtLeast(10);
    assertAllIsPlaced();
  }

  @Test
  void pager_failsForAnHour_whenNoSpareIsLeft_somebodyIsPagedWhenItIsBack() throws Exception {
    time.outside(pager)
        .failsWith(() -> new IOException("no route to host"))
        .between("2026-03-05T10:00", "2026-03-05T11:00");
    outage("spare-1", "2026-03-05T10:00:30", "2026-03-20T12:00:30");
    outage("spare-2", "2026-03-05T10:00:30", "2026-03-20T12:00:30");

    time.advanceBy(ofDays(28));

    assertThat(time.recording())
        .callsTo("pager")
        .thatFailed()
        .hasSize(10)
        .areAtMost(ofMinutes(5))
        .apart();
    assertThat(time.recording()).callsTo("pager").thatSucceeded().hasSize(2);
    then(pager).should(times(11)).page(eq("spare pool"), anyString());
    then(pager).should().resolve(eq("spare pool"), anyString());
  }

  private boolean isReplicaMissing() {
    return fleet.services().stream().anyMatch(each -> each.hosts().size() < each.replicas());
  }
}
