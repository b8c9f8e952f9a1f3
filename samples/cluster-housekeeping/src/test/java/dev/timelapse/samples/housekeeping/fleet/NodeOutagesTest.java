package dev.timelapse.samples.housekeeping.fleet;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

import dev.timelapse.testkit.Leftover;
import dev.timelapse.testkit.Timelapse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of nodes that fail, over weeks. */
class NodeOutagesTest extends FleetTestCase {

  @Test
  void nothingFails_forAMonth_nothingIsTouched() {
    time.advanceBy(ofDays(31));

    assertThat(changes()).isEmpty();
    then(events).should(never()).markedDown(any(), any());
    then(pager).shouldHaveNoInteractions();
    assertThat(time.recording().firingsOf(Fleet.PROBE)).hasSize(31 * 24 * 12 + 1);
  }

  @Test
  void nodeFails_forThreeDays_isReplacedInTwoRoundsAndThenASpare() {
    outage("node-1", "2026-03-05T10:00:30", "2026-03-08T09:00:30");

    time.advanceBy(ofDays(14));

    then(events).should().markedDown(node("node-1"), at("2026-03-05T10:10"));
    then(events).should().replaced(node("node-1"), node("spare-1"), at("2026-03-05T10:10"));
    then(events).should().markedUp(node("node-1"), at("2026-03-08T09:05"));
    assertThat(changes())
        .containsExactly(
            "2026-03-05T10:10 place(web, spare-1)",
            "2026-03-05T10:10 place(db, spare-1)",
            "2026-03-08T09:05 remove(web, node-1)",
            "2026-03-08T09:05 remove(db, node-1)");
    assertThat(node("node-1").state()).isEqualTo(NodeState.SPARE);
    then(pager).shouldHaveNoInteractions();
  }

  @Test
  void sparePool_runsDry_pagesOnceAndReplacesAsSoonAsOneIsRepaired() throws Exception {
    outage("node-1", "2026-03-03T08:00:30", "2026-03-20T12:00:30");
    outage("node-2", "2026-03-09T08:00:30", "2026-03-23T12:00:30");
    outage("node-3", "2026-03-14T08:00:30", "2026-04-02T12:00:30");

    time.advanceTo("2026-03-20T12:00");

    then(pager).should().page("spare pool", "no spare is left for the next node that fails");
    then(events).should().poolEmptied(at("2026-03-09T08:10"));
    then(events).should(never()).replaced(eq(node("node-3")), any(), any());

    time.advanceTo("2026-05-01T00:00");

    then(events).should().replaced(node("node-3"), node("node-1"), at("2026-03-20T12:05"));
    then(events).should().poolRefilled(at("2026-03-09T08:10"), at("2026-03-23T12:05"));
    then(pager).should().resolve("spare pool", "spares again: [node-2]");
    then(pager).shouldHaveNoMoreInteractions();
  }

  @Test
  @Timelapse(allow = Leftover.PENDING_ONE_SHOTS)
  void spareFails_inThePool_leavesItUntilItIsRepaired() {
    outage("spare-1", "2026-03-02T08:00", "2026-03-20T08:00");
    outage("node-2", "2026-03-10T08:00", "2026-04-10T08:00");

    time.advanceTo("2026-04-01T00:00");

    then(events).should().replaced(node("node-2"), node("spare-2"), at("2026-03-10T08:05"));
    assertThat(node("spare-1").state()).isEqualTo(NodeState.SPARE);
  }

  @Test
  void flappingNode_missesEveryOtherAnswer_isLeftAlone() {
    time.every(ofMinutes(10), () -> dead.add("node-1"));
    time.after(ofMinutes(5), () -> time.every(ofMinutes(10), () -> dead.remove("node-1")));

    time.advanceBy(ofDays(28));

    assertThat(changes()).isEmpty();
    then(events).should(never()).markedDown(any(), any());
  }

  @Test
  void flappingNode_isDownForAnHourEachDay_isReplacedOnceAndThenFlapsInThePool() {
    time.every(ofDays(1), () -> dead.add("node-2"));
    time.after(ofHours(1), () -> time.every(ofDays(1), () -> dead.remove("node-2")));

    time.advanceBy(ofDays(30).plusHours(2));

    then(events).should(times(30)).markedDown(eq(node("node-2")), any());
    then(events).should(times(30)).becameSpare(eq(node("node-2")), any());
    then(events).should().replaced(any(), any(), any());
    then(pager).shouldHaveNoInteractions();
    assertThat(hosts("web")).containsExactlyInAnyOrder("node-1", "spare-1");
  }

  @Test
  void nodeComesBack_whileItIsBeingReplaced_endsAsASpareAndRunsNothing() {
    time.outside(provisioner).takes(ofMinutes(10));
    outage("node-1", "2026-03-05T10:00:30", "2026-03-05T10:18:30");

    time.advanceBy(ofDays(21));

    assertThat(changes())
        .containsExactly(
            "2026-03-05T10:10 place(web, spare-1)",
            "2026-03-05T10:20 place(db, spare-1)",
            "2026-03-05T10:30 remove(web, node-1)",
            "2026-03-05T10:40 remove(db, node-1)");
    assertThat(node("node-1").state()).isEqualTo(NodeState.SPARE);
    assertThat(hosts("web")).containsExactlyInAnyOrder("node-2", "spare-1");
    assertThat(hosts("db")).containsExactlyInAnyOrder("node-3", "spare-1");
  }

  @Test
  void nodeComesBack_whileItWaitsForASpare_takesItsOwnPlace() {
    dead.addAll(List.of("spare-1", "spare-2"));
    outage("node-3", "2026-03-05T10:00:30", "2026-03-12T10:00:30");

    time.advanceBy(ofDays(21));

    then(events).should().replaced(node("node-3"), node("node-3"), at("2026-03-12T10:05"));
    assertThat(changes())
        .containsExactly(
            "2026-03-05T10:10 place(db, node-2)", "2026-03-12T10:05 remove(db, node-3)");
  }

  @Test
  @Timelapse(allow = Leftover.WAITING_TASKS) // a round of probes is always under way
  void probe_takesLongerThanItsPeriod_skipsRoundsButDetectsAllTheSame() {
    Instant beginning = time.now();
    time.outside(probe).takes(ofSeconds(90));
    outage("node-3", "2026-03-05T10:00", "2026-03-08T10:00");

    time.advanceBy(ofDays(14));

    assertThat(time.recording().firingsOf(Fleet.PROBE))
        .filteredOn(round -> round.at().isAfter(beginning) && round.took() != null)
        .hasSize((14 * 24 * 60 * 60 - 5 * 60) / 450)
        .allSatisfy(round -> assertThat(round.took()).isEqualTo(ofSeconds(450)))
        .allSatisfy(round -> assertThat(round.lateness()).isLessThan(ofSeconds(450)));
    then(events).should().markedDown(eq(node("node-3")), any());
    then(events).should().becameSpare(eq(node("node-3")), any());
    assertThat(time.pending()).hasSize(3);
  }

  @Test
  @Timelapse(allow = Leftover.PENDING_ONE_SHOTS)
  void provisioner_failsForADay_whatIsMissingIsPlacedWhenItIsBack() {
    time.outside(provisioner)
        .failsWith(() -> new IOException("maintenance"))
        .between("2026-03-05T00:00", "2026-03-06T00:00");
    outage("node-1", "2026-03-05T10:00:30", "2026-03-07T10:00:30");

    time.advanceTo("2026-03-06T00:00");

    then(events).should(times(2)).replicaPlaced(any(), any(), eq(at("2026-03-06T00:00")));
    assertThat(hosts("web")).hasSize(2);
    assertThat(hosts("db")).hasSize(2);
  }

  @Test
  void wholeCluster_losesPowerForAWeekend_isAsBeforeAndPagesOnce() throws Exception {
    NODES.forEach(node -> outage(node.name(), "2026-03-07T03:00:30", "2026-03-09T07:00:30"));

    time.advanceBy(ofDays(42));

    assertThat(fleet.nodes()).filteredOn(node -> node.state() == NodeState.ACTIVE).hasSize(3);
    assertThat(fleet.nodes()).filteredOn(node -> node.state() == NodeState.SPARE).hasSize(2);
    assertThat(hosts("web")).hasSize(2).doesNotHaveDuplicates();
    assertThat(hosts("db")).hasSize(2).doesNotHaveDuplicates();
    then(pager).should().page(anyString(), anyString());
    then(pager).should().resolve(anyString(), anyString());
  }

  @Test
  void wallClock_isSetBackAnHour_roundsGoOnAsBefore() {
    time.after(ofDays(3), () -> time.wallClock().stepBy(ofHours(-1)));
    time.after(ofDays(5), () -> time.wallClock().stepBy(ofHours(2)));

    time.advanceBy(ofDays(7));

    assertThat(time.recording().firingsOf(Fleet.PROBE))
        .hasSize(7 * 24 * 12 + 1)
        .allSatisfy(round -> assertThat(round.lateness()).isZero());
  }
}
