package dev.timelapse.samples.housekeeping.backup;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

import dev.timelapse.testkit.Timelapse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Copies that are made each night, over months. */
class NightlyCopiesTest extends BackupsTestCase {

  @Test
  void allIsWell_forWeeks_eachNightHasItsCopyAtEachSite() {
    start();

    time.advanceBy(ofDays(20));

    assertThat(puts("hamburg"))
        .hasSize(20)
        .allSatisfy(put -> assertThat(put).hasToString(put.toLocalDate() + "T02:30"));
    assertThat(puts("munich")).isEqualTo(puts("hamburg"));
    then(events).should(times(40)).copyMade(any(), eq(1), any());
    then(pager).shouldHaveNoInteractions();
  }

  @Test
  void storeDown_duringTheNightlyCopy_isTriedUntilItIsBackAndNobodyIsPaged() throws Exception {
    start();
    outage(munich, "2026-03-11T02:00", "2026-03-11T06:00");

    time.advanceBy(ofDays(14));

    then(events).should().copyMade(copy("hamburg", "2026-03-11T02:30"), 1, at("2026-03-11T02:30"));
    then(events).should().copyMade(eq(copy("munich", "2026-03-11T02:30")), eq(12), any());
    assertThat(puts("munich"))
        .hasSize(14)
        .element(10)
        .isEqualTo(LocalDateTime.parse("2026-03-11T06:01"));
    assertThat(puts("hamburg")).hasSize(14);
    then(pager).shouldHaveNoInteractions();
  }

  @Test
  void allStoresDown_forTwoDays_pagesOnceAfter25HoursAndTellsTheEnd() throws Exception {
    start();
    outage(hamburg, "2026-03-11T02:00", "2026-03-13T05:45");
    outage(munich, "2026-03-11T02:00", "2026-03-13T05:45");

    time.advanceTo("2026-03-11T03:29");
    then(pager).shouldHaveNoInteractions();
    time.advanceTo("2026-03-11T03:30");
    then(pager)
        .should()
        .page(
            "backup age",
            "the newest verified copy is of 2026-03-10T01:30:00Z, which is PT25H ago");

    time.advanceBy(ofDays(30));
    then(pager).should().resolve(eq("backup age"), contains("is of 2026-03-13T01:30:00Z"));
    then(pager).shouldHaveNoMoreInteractions();
  }

  @Test
  void storeDown_forAWholeDay_givesUpAndBeginsAnewTheNextNight() {
    start();
    outage(munich, "2026-03-11T02:00", "2026-03-12T02:15");

    time.advanceBy(ofDays(14));

    then(events).should().copyingGaveUp(eq(List.of(copy("munich", "2026-03-11T02:30"))), any());
    then(events).should(never()).copyMade(eq(copy("munich", "2026-03-11T02:30")), anyInt(), any());
    then(events).should().copyMade(copy("munich", "2026-03-12T02:30"), 1, at("2026-03-12T02:30"));
  }

  @Test
  void copy_isBadRightAfterWriting_isWrittenAgain() {
    start();
    time.at("2026-03-11T02:30", () -> hamburgDisk.rotNextPuts = 2);

    time.advanceBy(ofDays(14));

    then(events).should().copyMade(copy("hamburg", "2026-03-11T02:30"), 3, at("2026-03-11T02:33"));
    then(pager).shouldHaveNoInteractions();
  }

  @Test
  void spring_clockJumpsOver0230_copiesOnceEachDay() {
    start();

    time.advanceTo("2026-04-30T00:00");

    assertThat(puts("hamburg"))
        .extracting(LocalDateTime::toLocalDate)
        .containsExactlyElementsOf(days("2026-03-01", "2026-04-30"));
    assertThat(puts("hamburg")).contains(LocalDateTime.parse("2026-03-29T03:00"));
    then(pager).shouldHaveNoInteractions();
  }

  @Test
  @Timelapse(start = "2026-10-01T00:00", zone = "Europe/Berlin")
  void autumn_clockShows0230Twice_copiesOnceEachDayAndNobodyIsPaged() {
    start();
    time.outside(hamburg).takes(ofMinutes(20));
    time.outside(munich).takes(ofMinutes(20));

    time.advanceTo("2026-12-01T00:00");

    assertThat(puts("hamburg"))
        .extracting(LocalDateTime::toLocalDate)
        .containsExactlyElementsOf(days("2026-10-01", "2026-12-01"));
    then(pager).shouldHaveNoInteractions();
  }

  @Test
  @Timelapse(start = "2026-01-01T00:00", zone = "America/New_York")
  void wholeYearInNewYork_copiesOnceEachDay() {
    start();

    time.advanceTo("2027-01-01T00:00");

    assertThat(puts("munich"))
        .extracting(LocalDateTime::toLocalDate)
        .containsExactlyElementsOf(days("2026-01-01", "2027-01-01"));
    then(pager).shouldHaveNoInteractions();
  }

  @Test
  void stores_takeHours_holdUpTheOtherJobsButLoseNothing() throws Exception {
    start();
    time.outside(hamburg).takes(ofHours(2));
    time.outside(munich).takes(ofHours(1).plus(ofSeconds(1)));

    time.advanceBy(ofDays(21));

    then(events).should(times(42)).copyMade(any(), eq(1), any());
    then(pager).should(never()).page(anyString(), anyString());
  }

  private static List<LocalDate> days(String from, String until) {
    return LocalDate.parse(from).datesUntil(LocalDate.parse(until)).toList();
  }
}
