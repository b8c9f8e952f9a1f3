package dev.timelapse.samples.housekeeping.fleet;

import static java.time.Duration.ofDays;
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
import org.junit.jupiter.api.Test;

/** What becomes of the fleet when what is outside fails, answers late, or not at all. */
class FleetFaultsTest extends FleetTestCase {

  @Test
  void answerIsLost_afterAReplicaWasPlaced_itIsNotLeftBehind() {
    time.at("2026-03-05T10:10", () -> inventory.losesAnswers = true);
    time.at("2026-03-05T10:11", () -> inventory.losesAnswers = false);
    outage("node-1", "2026-03-05T10:00:30", "2026-03-08T09:00:30");

    time.advanceBy(ofDays(14));

    then(events).should(atLeastOnce()).provisioningFailed(any(), eq(node("spare-1")), any(), any());
    assertAllIsPlaced();
    then(pager).shouldHaveNoInteractions();
  }

  @Test
  void oneNode_answersAfterFourMinutes_isNotTakenForDown() {
    time.outside(probe)
        .answeredBy(
            (NodeProbe)
                node -> {
                  time.sleep(node.name().equals("node-2") ? ofMinutes(4) : ofMinutes(0));
                  return !dead.contains(node.name());
                });
    outage("node-3", "2026-03-05T10:00:30", "2026-03-08T09:00:30");

    time.advanceBy(ofDays(14).plusSeconds(270));

    then(events).should(never()).markedDown(eq(node("node-2")), any());
    then(events).should().markedDown(eq(node("node-3")), any());
    assertAllIsPlaced();
  }

  @Test
  void pager_failsForAnHour_whenNoSpareIsLeft_somebodyIsPagedWhenItIsBack() throws Exception {
    time.outside(pager)
        .failsWith(() -> new IOException("no route to host"))
        .between("2026-03-05T10:00", "2026-03-05T11:00");
    outage("spare-1", "2026-03-05T10:00:30", "2026-03-20T12:00:30");
    outage("spare-2", "2026-03-05T10:00:30", "2026-03-20T12:00:30");

    time.advanceTo("2026-03-05T10:59");
    assertThat(time.recording().callsTo("pager"))
        .hasSize(10)
        .allSatisfy(call -> assertThat(call.failure()).isNotNull());
    time.advanceBy(ofDays(28));

    assertThat(time.recording().callsTo("pager"))
        .filteredOn(call -> call.failure() == null)
        .extracting(call -> call.method())
        .containsExactly("page", "resolve");
    then(pager).should(times(11)).page(eq("spare pool"), anyString());
  }
}
