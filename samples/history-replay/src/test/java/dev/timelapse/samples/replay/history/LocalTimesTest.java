package dev.timelapse.samples.replay.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In Denver, clocks went forward on 6 April 2003 at 2:00 and back on 26 October 2003 at 2:00. */
class LocalTimesTest {

  private final LocalTimes times = new LocalTimes(ZoneId.of("America/Denver"));

  @ParameterizedTest
  @CsvSource({
    "1/2/2003 3:04,    2003-01-02T10:04:00Z, 2003-01-02T10:04:00Z",
    "7/02/2003 13:04,  2003-07-02T19:04:00Z, 2003-07-02T19:04:00Z",
    "4/6/2003 1:59,    2003-04-06T08:59:00Z, 2003-04-06T08:59:00Z",
    "4/6/2003 2:30,    2003-04-06T09:30:00Z, 2003-04-06T09:30:00Z",
    "4/6/2003 3:00,    2003-04-06T09:00:00Z, 2003-04-06T09:00:00Z",
    "10/26/2003 0:59,  2003-10-26T06:59:00Z, 2003-10-26T06:59:00Z",
    "10/26/2003 1:00,  2003-10-26T07:00:00Z, 2003-10-26T08:00:00Z",
    "10/26/2003 1:59,  2003-10-26T07:59:00Z, 2003-10-26T08:59:00Z",
    "10/26/2003 2:00,  2003-10-26T09:00:00Z, 2003-10-26T09:00:00Z",
  })
  void localTime_ofEitherSideOfAClockChange_isTheInstantOfTheRule(
      String text, Instant start, Instant end) {
    assertThat(times.start(text)).isEqualTo(start);
    assertThat(times.end(text)).isEqualTo(end);
  }

  @Test
  void outage_beginsAndEndsInTheHourThatComesTwice_isNotReversed() {
    assertThat(times.start("10/26/2003 1:30")).isBefore(times.end("10/26/2003 1:10"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2/29/2003 1:00", "13/1/2003 1:00", "1/1/2003 24:00", "1/1/2003"})
  void localTime_doesNotExist_isRefused(String text) {
    assertThatThrownBy(() -> times.start(text)).isInstanceOf(DateTimeException.class);
  }
}
