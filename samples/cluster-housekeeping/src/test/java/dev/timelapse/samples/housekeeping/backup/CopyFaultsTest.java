package dev.timelapse.samples.housekeeping.backup;

import static dev.timelapse.testkit.assertj.TimelapseAssertions.assertThat;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** What becomes of the copies when stores fail or answer late, and when the wall clock is set. */
class CopyFaultsTest extends BackupsTestCase {

  @Test
  void clockIsSetBackAnHour_duringTheNightlyCopy_copiesOnceAtEachSite() {
    start();
    time.outside(hamburg).takes(ofMinutes(20));
    time.at("2026-03-11T02:40", () -> time.wallClock().stepBy(ofHours(-1)));

    time.advanceTo("2026-03-21T00:00");

    assertThat(hamburgDisk.names).hasSize(20);
    assertThat(munichDisk.names).hasSize(20);
    then(events).should(times(40)).copyMade(any(), eq(1), any());
    then(pager).shouldHaveNoInteractions();
  }

  @Test
  void clockWasAWeekAhead_forANight_storesThatFailAfterwardsArePagedAfter25Hours()
      throws Exception {
    start();
    time.at("2026-03-10T22:00", () -> time.wallClock().stepBy(ofDays(7)));
    time.after(ofDays(10), () -> time.wallClock().stepBy(ofDays(-7)));

    time.advanceTo("2026-03-11T12:00");
    outage(hamburg, "2026-03-12T00:00", "2026-03-14T00:00");
    outage(munich, "2026-03-12T00:00", "2026-03-14T00:00");
    time.advanceTo("2026-03-14T00:00");

    then(pager).should().page(eq("backup age"), contains("is of 2026-03-1"));
  }

  @Test
  void allSitesDown_forTwoDays_firstNightAfterIsMadeAtOnceAndNothingOldIsDeleted()
      throws Exception {
    start();
    time.advanceTo("2026-04-20T12:00");
    outage(hamburg, "2026-04-20T12:00", "2026-04-22T12:00");
    outage(munich, "2026-04-20T12:00", "2026-04-22T12:00");
    time.always("all copies of thirty days but two", () -> hamburgDisk.good() >= 28);

    time.advanceTo("2026-04-22T12:00");
    assertThat(hamburgDisk.names).hasSize(30);
    then(events).should(times(2)).copyingGaveUp(any(), any());
    then(pager).should().page(eq("backup age"), any());

    time.advanceTo("2026-04-30T00:00");
    then(pager).should().resolve(eq("backup age"), any());
    then(pager).shouldHaveNoMoreInteractions();
    assertThat(puts("munich")).contains(LocalDateTime.parse("2026-04-23T02:30"));
    then(events).should(never()).copyMade(eq(copy("hamburg", "2026-04-21T02:30")), anyInt(), any());
  }

  @Test
  void oneSite_failsOnlyAfterHalfAnHour_theOtherHasItsCopyAndChecksAreLateByNoMore() {
    start();
    time.outside(hamburg)
        .failsAfter(ofMinutes(30), SocketTimeoutException::new)
        .between("2026-03-11T02:00", "2026-03-11T09:00");

    time.advanceBy(ofDays(14));

    then(events).should().copyMade(copy("munich", "2026-03-11T02:30"), 1, at("2026-03-11T03:00"));
    then(events).should().copyMade(eq(copy("hamburg", "2026-03-11T02:30")), eq(9), any());
    assertThat(time.recording()).firingsOf(Backups.CHECK).areLateByAtMost(ofMinutes(30));
    then(pager).shouldHaveNoInteractions();
  }

  @Test
  void copyIsWritten_butTheAnswerIsLost_isWrittenOnceMoreUnderTheSameName() {
    start();
    time.outside(munich)
        .method("put")
        .losesAnswer(() -> new IOException("connection reset"))
        .between("2026-03-11T02:00", "2026-03-11T02:31");

    time.advanceTo("2026-03-12T00:00");

    then(events).should().copyMade(copy("munich", "2026-03-11T02:30"), 2, at("2026-03-11T02:31"));
    assertThat(munichDisk.names).hasSize(11).isEqualTo(hamburgDisk.names);
  }

  @Test
  void copyArrivesAgain_afterItExpired_isDeletedTheNextMorning() {
    start();
    time.outside(hamburg).method("put").arrivesAgainAfter(ofDays(33)).onCall(1);

    time.advanceTo("2026-04-03T05:00");
    assertThat(hamburgDisk.names).contains(copy("hamburg", "2026-03-01T02:30").name());

    time.advanceTo("2026-04-03T06:00");
    assertThat(hamburgDisk.names).isEqualTo(munichDisk.names);
    then(events).should().copyDeleted(copy("hamburg", "2026-03-01T02:30"), at("2026-04-03T05:30"));
  }

  @Test
  void everyTenthCall_failsForHalfAYear_bothSitesHaveAYoungCopyAtAnyTime() {
    start();
    time.outside(hamburg).failsWith(() -> new IOException("busy")).withProbability(0.1);
    time.outside(munich).failsWith(() -> new IOException("busy")).withProbability(0.1);
    time.advanceTo("2026-03-01T04:00");
    time.always("copies at both sites are of the last 26 hours", () -> areYoungerThan(26));

    time.advanceTo("2026-09-01T00:00");

    assertThat(time.recording()).callsTo("hamburg", "put").thatFailed().hasSizeAtLeast(10);
    then(pager).shouldHaveNoInteractions();
  }

  private boolean areYoungerThan(int hours) {
    String oldest = new Copy("", time.now().minus(ofHours(hours))).name();
    return hamburgDisk.newest().compareTo(oldest) > 0 && munichDisk.newest().compareTo(oldest) > 0;
  }
}
