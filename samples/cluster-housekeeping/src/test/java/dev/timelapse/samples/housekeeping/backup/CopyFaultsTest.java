package dev.timelapse.samples.housekeeping.backup;

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

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** What becomes of the copies when all stores fail, and when the wall clock is set. */
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
  void allStoresDown_forTwoDays_firstNightAfterIsMadeAtOnceAndNothingOldIsDeleted()
      throws Exception {
    start();
    time.advanceTo("2026-04-20T12:00");
    outage(hamburg, "2026-04-20T12:00", "2026-04-22T12:00");
    outage(munich, "2026-04-20T12:00", "2026-04-22T12:00");

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
}
