package dev.timelapse.samples.replay.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummariesTest {

  @Test
  void text_ofASummary_isThePage() {
    assertThat(TextSummary.of(Samples.summary()))
        .isEqualTo(
            """
            Toy <1> & 2
            2003-01-01 00:00 to 2003-04-11 01:00 America/Denver, 100 days
            1,024 nodes and 3 spares, each probed every 1 min 30 s, down after 2 missed answers

            The file
              rows                                     5,000
              of this system                           4,000
              not readable                                22
                line 17: nodenum is empty
                and 21 more
              without a cause                              5
              Down Time differs                            6   Prob Started to Prob Fixed is used
              another node count                           7   the largest is used
              node numbers beyond the count                8   each is a node

            Outages in the history
              recorded                                 4,000
              dropped: end before start                   11
              dropped: no length                          12
              dropped: outside the period                 13
              merged: repeated                            14   same node, start and end as another
              merged: overlapping                         15   began while the node was down
              merged: touching                            16   began when the one before ended
              replayed                                 3,919
              cut at the period's edges                   18

            Detection
              detected                                 3,900
              missed: too short                           10   over before enough answers were missing
              not told apart                               9   no answer since the outage before was detected
              delay, p50                          1 min 35 s   from the start of the outage
              delay, p99                          2 min 58 s
              delay, max                                 5 h

            Spares
              replacements                                31
              repaired nodes made spares                  32
              pool empty, times                           33
              pool empty, in all                      24.0 h   1.0000 % of the time
              pool empty, at most                      5.5 h

            Services, one for each node; without the daemon each stays there until that is repaired
                                              without daemon    with daemon
              downtime                             2,457.0 h          1.5 h
              interruptions                            3,919             41
              longest                                100.0 h          0.8 h
              availability                         99.9000 %      99.9999 %
              orders refused by nodes                                    42   full, or down

            Copies off site, nightly to 3 sites
              outages of sites                            51   generated, not recorded
              made                                        52
              attempts failed                             53
              retried                                     54
              given up                                    55
              old copies verified                         56
              expired copies deleted                      57

            Pages
              backup age                                   1
              spare pool                                  33
              in all                                      34

            Run
              simulated time                           100 d
              events                                 123,456
              probe calls                        147,456,000
            """);
  }

  @Test
  void text_ofATiming_relatesSimulatedAndRealTime() {
    assertThat(TextSummary.of(Samples.timing()))
        .isEqualTo(
            """

            Speed on this machine
              real time                                1.5 s
              events per second                       82,304
              probe calls per second              98,304,000
              speed-up                             5,760,000   simulated time by real time
            """);
  }

  @Test
  void text_ofASummary_fitsATerminalOfAHundredColumns() {
    assertThat(TextSummary.of(Samples.summary()).lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void json_ofASummary_hasItsFiguresAndTheTimingApart() throws Exception {
    JsonNode json =
        new ObjectMapper().readTree(JsonSummary.of(Samples.summary(), Samples.timing()));

    assertThat(json.fieldNames()).toIterable().containsExactly("summary", "timing");
    assertThat(json.at("/summary/setting/from").asText()).isEqualTo("2003-01-01T07:00:00Z");
    assertThat(json.at("/summary/setting/zone").asText()).isEqualTo("America/Denver");
    assertThat(json.at("/summary/setting/probePeriod").asText()).isEqualTo("PT1M30S");
    assertThat(json.at("/summary/file/listed/0/line").asInt()).isEqualTo(17);
    assertThat(json.at("/summary/outages/touching").asInt()).isEqualTo(16);
    assertThat(json.at("/summary/detection/delayMost").asText()).isEqualTo("PT5H");
    assertThat(json.at("/summary/spares/emptyFor").asText()).isEqualTo("PT24H");
    assertThat(json.at("/summary/services/with/interruptions").asInt()).isEqualTo(41);
    assertThat(json.at("/summary/copies/retried").asInt()).isEqualTo(54);
    assertThat(json.at("/summary/pages/backup age").asInt()).isEqualTo(1);
    assertThat(json.at("/summary/run/probeCalls").asLong()).isEqualTo(147_456_000);
    assertThat(json.at("/timing/real").asText()).isEqualTo("PT1.5S");
    assertThat(json.at("/timing/ratio").asLong()).isEqualTo(5_760_000);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0.0 s",
    "PT12.34S, 12.3 s",
    "PT1M, 1 min",
    "PT1M29S, 1 min 29 s",
    "PT5H, 5 h",
    "PT5H30M59S, 5 h 30 min",
    "P1D, 1 d",
    "'PT32613H', '1,358 d 21 h'",
  })
  void duration_isWritten_hasItsTwoLargestUnits(Duration duration, String words) {
    assertThat(Words.span(duration)).isEqualTo(words);
  }
}
