package dev.timelapse.samples.housekeeping.backup;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.times;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** What becomes of the copies when the daemon is killed and started again. */
class CopyRestartTest extends BackupsTestCase {

  @Test
  void killed_betweenTheTwoSites_theNextDaemonCopiesToTheSecondAlone() {
    start();
    time.outside(hamburg).takes(ofMinutes(2));
    time.outside(munich).takes(ofMinutes(2));
    killedBetween("2026-03-11T02:33", "2026-03-11T02:50");

    time.advanceTo("2026-03-12T00:00");

    assertThat(puts("hamburg")).hasSize(11);
    assertThat(puts("munich")).hasSize(11).contains(LocalDateTime.parse("2026-03-11T02:58"));
    then(pager).shouldHaveNoInteractions();
  }

  @Test
  void daemonIsDown_whenTheCopyIsDue_makesItWhenItIsBackAndNobodyIsPaged() {
    start();
    killedBetween("2026-03-11T01:00", "2026-03-11T03:10");

    time.advanceBy(ofDays(20));

    assertThat(puts("hamburg")).hasSize(20).contains(LocalDateTime.parse("2026-03-11T03:10"));
    assertThat(puts("munich")).isEqualTo(puts("hamburg"));
    then(pager).shouldHaveNoInteractions();
  }

  @Test
  void restarted_whileAllSitesAreDown_pagesAgainAndCopiesTheNightAfter() throws Exception {
    start();
    outage(hamburg, "2026-03-11T02:00", "2026-03-13T12:00");
    outage(munich, "2026-03-11T02:00", "2026-03-13T12:00");
    killedBetween("2026-03-12T12:00", "2026-03-12T12:05");

    time.advanceTo("2026-03-20T00:00");

    then(pager).should(times(2)).page(eq("backup age"), anyString());
    then(pager).should().resolve(eq("backup age"), anyString());
    then(events).should().copyMade(eq(copy("hamburg", "2026-03-14T02:30")), eq(1), any());
    then(events).should(times(2 * (10 + 6))).copyMade(any(), eq(1), any());
  }
}
