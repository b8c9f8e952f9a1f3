package dev.timelapse.samples.housekeeping.backup;

import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What becomes of copies in the months after they were made. */
class OldCopiesTest extends BackupsTestCase {

  @Test
  void copies_forAQuarter_areDeletedWhenTheyAreThirtyDaysOld() {
    start();

    time.advanceTo("2026-06-01T00:00");

    then(events).should().copyDeleted(copy("hamburg", "2026-03-01T02:30"), at("2026-03-31T05:30"));
    assertThat(hamburgDisk.names).hasSize(30).isEqualTo(munichDisk.names);
    assertThat(hamburgDisk.names.iterator().next())
        .isEqualTo(copy("hamburg", "2026-05-02T02:30").name());
  }

  @Test
  void storeTakesNoCopies_forSevenWeeks_lastThreeGoodOnesStay() {
    start();
    time.at("2026-03-10T00:00", () -> hamburgDisk.rotNextPuts = Integer.MAX_VALUE);
    time.at(
        "2026-03-10T00:00",
        () -> time.always("three good copies at hamburg", () -> hamburgDisk.good() >= 3));

    time.advanceTo("2026-05-01T00:00");

    assertThat(hamburgDisk.names)
        .startsWith(
            copy("hamburg", "2026-03-07T02:30").name(),
            copy("hamburg", "2026-03-08T02:30").name(),
            copy("hamburg", "2026-03-09T02:30").name());
    assertThat(backups.summary())
        .filteredOn(site -> site.site().equals("hamburg"))
        .singleElement()
        .isEqualTo(new SiteSummary("hamburg", 3 + 30, 3, at("2026-03-09T02:30")));
  }

  @Test
  void copyRots_isFoundOnSunday_pagesOnceAndIsNoGoodCopyAnyMore() throws Exception {
    start();
    Copy rotten = copy("hamburg", "2026-03-01T02:30");
    time.at("2026-03-04T12:00", () -> hamburgDisk.rotten.add(rotten.name()));

    time.advanceTo("2026-03-25T00:00");

    then(events).should().copyVerified(rotten, false, at("2026-03-08T05:00"));
    then(pager).should().page("bad copy", rotten + " is not what was written there");
    then(pager).shouldHaveNoMoreInteractions();
    then(events)
        .should()
        .copyVerified(copy("hamburg", "2026-03-02T02:30"), true, at("2026-03-15T05:00"));
    assertThat(backups.summary()).extracting(SiteSummary::good).containsExactly(23, 24);
  }

  @Test
  void oldCopies_chosenByChance_areEachVerifiedSomeDay() throws Exception {
    choice = new SplittableRandom(7)::nextInt;
    start();
    time.at("2026-03-20T12:00", () -> munichDisk.rotten.addAll(munichDisk.names));

    time.advanceTo("2027-03-01T00:00");

    then(events).should(times(52)).copyVerified(any(), anyBoolean(), any());
    then(pager).should().page(eq("bad copy"), anyString());
  }

  @Test
  void siteUnreachable_whenCopiesAreLookedAfter_theOtherIsLookedAfterAllTheSame() {
    start();
    outage(hamburg, "2026-04-05T04:00", "2026-04-05T06:00");

    time.advanceTo("2026-04-06T00:00");

    then(events).should(times(2)).siteUnreachable(eq("hamburg"), any(), any());
    then(events)
        .should()
        .copyVerified(eq(copy("munich", "2026-03-06T02:30")), eq(true), eq(at("2026-04-05T05:00")));
    then(events).should().copyDeleted(copy("munich", "2026-03-06T02:30"), at("2026-04-05T05:30"));
    then(events)
        .should(never())
        .copyDeleted(copy("hamburg", "2026-03-06T02:30"), at("2026-04-05T05:30"));
    assertThat(hamburgDisk.names).hasSize(31);
  }

  @Test
  void daemonRestarts_withCopiesOfLastNight_knowsTheyAreGood() {
    hamburgDisk.names.add(copy("hamburg", "2026-02-27T02:30").name());
    munichDisk.names.add(copy("munich", "2026-02-28T02:30").name());
    munichDisk.names.add("somebody else's file");
    start();

    time.advanceBy(ofDays(21));

    then(events)
        .should()
        .copyVerified(copy("munich", "2026-02-28T02:30"), true, at("2026-03-01T00:00"));
    then(pager).shouldHaveNoInteractions();
    assertThat(munichDisk.names).contains("somebody else's file");
  }

  @Test
  void daemonRestarts_withNothingButOldCopies_pagesAtTheFirstCheck() throws Exception {
    munichDisk.names.add(copy("munich", "2026-02-20T02:30").name());
    time.outside(munich)
        .method("put")
        .failsWith(() -> new IOException("disk full"))
        .until("2026-03-20T00:00");
    outage(hamburg, "2026-03-01T00:00", "2026-03-20T00:00");
    start();

    time.advanceTo("2026-03-01T00:15");

    then(pager).should().page(eq("backup age"), anyString());
    time.advanceTo("2026-04-10T00:00");
    then(pager).should().resolve(eq("backup age"), anyString());
    then(pager).shouldHaveNoMoreInteractions();
  }
}
