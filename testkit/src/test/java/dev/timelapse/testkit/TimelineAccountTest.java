package dev.timelapse.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineAccountTest {

  @Test
  void shellTellsItsColumns_thePageIsAsWide() {
    assertThat(TimelineAccount.width(Map.of("COLUMNS", "72", "LINES", "24")::get)).isEqualTo(72);
    assertThat(TimelineAccount.width(Map.of("COLUMNS", "213")::get)).isEqualTo(213);
  }

  @Test
  void shellTellsNothing_thePageHas100Columns() {
    assertThat(TimelineAccount.width(Map.of("LINES", "24")::get)).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "5", "-80", "80x", "wide", "99999999999"})
  void shellTellsNonsense_thePageHas100Columns(String columns) {
    assertThat(TimelineAccount.width(Map.of("COLUMNS", columns)::get)).isEqualTo(100);
  }
}
