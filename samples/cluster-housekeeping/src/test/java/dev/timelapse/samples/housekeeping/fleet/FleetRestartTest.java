package dev.timelapse.samples.housekeeping.fleet;

import static dev.timelapse.testkit.assertj.TimelapseAssertions.assertThat;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.times;

import org.junit.jupiter.api.Test;

/** What becomes of the fleet when the daemon is killed and started again. */
class FleetRestartTest extends FleetTestCase {

  @Test
  void killed_inTheMiddleOfAReplacement_theNextDaemonEndsIt() {
    time.outside(provisioner).takes(ofMinutes(10));
    outage("node-1", "2026-03-05T10:00:30", "2026-03-08T09:00:30");
    killedBetween("2026-03-05T10:25", "2026-03-05T10:45");

    time.advanceTo("2026-03-05T10:45");
    assertThat(inventory.placed).contains(new Replica("web", "spare-1"));
    assertThat(inventory.placed).doesNotContain(new Replica("db", "spare-1"));
    time.advanceBy(ofDays(14));

    assertAllIsPlaced();
    assertThat(node("node-1").state()).isEqualTo(NodeState.SPARE);
  }

  @Test
  void killed_beforeItKnowsThatAReplicaWasPlaced_theNextDaemonFindsItThere() {
    time.outside(provisioner).method("place").answersAfter(ofMinutes(10));
    outage("node-1", "2026-03-05T10:00:30", "2026-03-08T09:00:30");
    killedBetween("2026-03-05T10:15", "2026-03-05T10:45");

    time.advanceTo("2026-03-05T10:44");
    assertThat(inventory.placed).contains(new Replica("web", "spare-1"));
    time.advanceBy(ofDays(14));

    assertThat(hosts("web")).contains("spare-1");
    assertAllIsPlaced();
  }

  @Test
  void killed_whileItClearsARepairedNode_theNextDaemonFindsOneReplicaTooManyAndRemovesIt() {
    time.outside(provisioner).takes(ofMinutes(10));
    outage("node-1", "2026-03-05T10:00:30", "2026-03-08T09:00:30");
    killedBetween("2026-03-08T09:10", "2026-03-08T09:30");

    time.advanceTo("2026-03-08T09:30");
    assertThat(inventory.placed)
        .contains(new Replica("web", "node-1"), new Replica("web", "spare-1"));
    time.advanceBy(ofDays(14));

    assertAllIsPlaced();
  }

  @Test
  void nodeFails_whileTheDaemonIsDown_isReplacedTwoRoundsAfterTheRestart() {
    killedBetween("2026-03-05T08:00:30", "2026-03-06T08:00");
    outage("node-2", "2026-03-05T12:00", "2026-03-20T12:00");

    time.advanceBy(ofDays(21));

    then(events).should().markedDown(node("node-2"), at("2026-03-06T08:05"));
    then(events).should().replaced(eq(node("node-2")), any(), eq(at("2026-03-06T08:05")));
    assertThat(time.recording())
        .callsTo("probe")
        .haveNoneBetween(at("2026-03-05T08:00:30"), at("2026-03-06T08:00"));
    assertAllIsPlaced();
  }

  @Test
  void orderArrivesAgain_hoursLater_theStrayReplicaIsRemovedAtTheNextStart() {
    time.outside(provisioner).method("place").arrivesAgainAfter(ofHours(5));
    outage("node-1", "2026-03-05T10:00:30", "2026-03-05T11:00:30");
    outage("spare-1", "2026-03-05T12:00:30", "2026-03-05T13:00:30");
    killedBetween("2026-03-07T00:00:30", "2026-03-07T00:01");

    time.advanceTo("2026-03-07T00:00");
    assertThat(inventory.placed).hasSizeGreaterThan(4);
    time.advanceBy(ofDays(14));

    assertAllIsPlaced();
  }

  @Test
  void killed_withAnEmptyPool_theNextDaemonPagesAgain() throws Exception {
    outage("spare-1", "2026-03-05T08:00:30", "2026-03-20T12:00:30");
    outage("spare-2", "2026-03-05T08:00:30", "2026-03-20T12:00:30");
    killedBetween("2026-03-07T00:00:30", "2026-03-07T00:01");

    time.advanceBy(ofDays(28));

    then(pager).should(times(2)).page(eq("spare pool"), anyString());
    then(pager).should().resolve(eq("spare pool"), anyString());
  }
}
