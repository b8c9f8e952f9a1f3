package dev.timelapse.testkit.recording;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PageTest {

  private final ManualTime time = new ManualTime();
  private final Recorder recorder = new Recorder(ManualTime.START, time);
  private final Recording recording = recorder.recording();

  @Test
  void roundsOfTheSame_areFoldedToTheFirstAndTheLast() {
    for (int i = 0; i < 10; i++) {
      recorder.firingEnded(recorder.firingStarted("scheduler", "probe", 1, 0), null);
      time.passes(ofSeconds(30));
    }
    recorder.noted("note", "enough");

    assertThat(recording.lastPage(40))
        .isEqualTo(
            """
            day  UTC                  lane       what   outcome
              1  2026-03-01 00:00:00  scheduler  probe  ok
                 … the same 8 times more, every 30 s
              1  2026-03-01 00:04:30  scheduler  probe  ok
              1  2026-03-01 00:05:00  note       enough""");
  }

  @Test
  void roundsOfSeveralInstants_areFoldedToo() {
    for (int i = 0; i < 5; i++) {
      recorder.noted("note", "tick");
      time.passes(ofSeconds(1));
      recorder.noted("note", "tock");
      time.passes(ofSeconds(9));
    }

    assertThat(recording.lastPage(40))
        .isEqualTo(
            """
            day  UTC                  lane  what  outcome
              1  2026-03-01 00:00:00  note  tick
              1  2026-03-01 00:00:01  note  tock
                 … the same 3 times more, every 10 s
              1  2026-03-01 00:00:40  note  tick
              1  2026-03-01 00:00:41  note  tock""");
  }

  @Test
  void roundThatDiffers_orIsOutOfStep_isShown() {
    for (int i = 0; i < 12; i++) {
      recorder.firingEnded(
          recorder.firingStarted("scheduler", "probe", 1, 0), i == 5 ? new IOException() : null);
      time.passes(ofSeconds(i == 9 ? 31 : 30));
    }

    assertThat(recording.lastPage(40))
        .isEqualTo(
            """
            day  UTC                  lane       what   outcome
              1  2026-03-01 00:00:00  scheduler  probe  ok
                 … the same 3 times more, every 30 s
              1  2026-03-01 00:02:00  scheduler  probe  ok
              1  2026-03-01 00:02:30  scheduler  probe  failed: IOException
              1  2026-03-01 00:03:00  scheduler  probe  ok
                 … the same 2 times more, every 30 s
              1  2026-03-01 00:04:30  scheduler  probe  ok
              1  2026-03-01 00:05:01  scheduler  probe  ok
              1  2026-03-01 00:05:31  scheduler  probe  ok""");
  }

  @Test
  void longTimeWithoutEvents_andChangeOfTheClock_areTold() {
    recorder.tellTimesIn(ZoneId.of("Europe/Berlin"));
    time.passes(ofDays(27));
    for (int i = 0; i < 3; i++) {
      time.passes(ofMinutes(1));
      recorder.noted("note", "n" + i);
    }
    time.passes(ofHours(30).plusMillis(5));
    recorder.noted("note", "later");

    assertThat(recording.lastPage(40))
        .isEqualTo(
            """
            day  Europe/Berlin            lane  what  outcome
             28  2026-03-28 01:01:00      note  n0
             28  2026-03-28 01:02:00      note  n1
             28  2026-03-28 01:03:00      note  n2
                 … 1 d 6 h 0.005 s
                 … clocks in Europe/Berlin change from +01:00 to +02:00
             29  2026-03-29 08:03:00.005  note  later""");
  }

  @Test
  void whatHappensTogether_standsTogether_andIsNotCutInTheMiddle() {
    recorder.noted("a", "first");
    time.passes(ofMillis(1));
    recorder.noted("a", "second");
    recorder.noted("b", "third");
    time.passes(ofMillis(1));
    recorder.noted("b", "fourth");

    assertThat(recording.lastPage(3))
        .isEqualTo(
            """
            day  UTC                      lane  what  outcome
                 … 1 earlier
              1  2026-03-01 00:00:00.001  a     second
                                          b     third
              1  2026-03-01 00:00:00.002  b     fourth""");
    assertThat(recording.lastPage(2))
        .isEqualTo(
            """
            day  UTC                      lane  what  outcome
                 … 3 earlier
              1  2026-03-01 00:00:00.002  b     fourth""");
  }

  @Test
  void muchThatHappensTogether_isCutInTheMiddle_ratherThanLeftOut() {
    for (int i = 1; i <= 9; i++) {
      recorder.noted("a", "crowd " + i);
    }
    time.passes(ofMillis(1));
    recorder.noted("b", "last");

    assertThat(recording.lastPage(4))
        .isEqualTo(
            """
            day  UTC                      lane  what  outcome
                 … 6 earlier
              1  2026-03-01 00:00:00      a     crowd 7
                                          a     crowd 8
                                          a     crowd 9
              1  2026-03-01 00:00:00.001  b     last""");
  }

  @Test
  void longTexts_goOnBelow_andNothingBreaksTheLine() {
    recorder.callFailed(
        recorder.callStarted("off-site object store", "put(\"a b\t\u001b[31m\")"),
        new IOException("word ".repeat(40)));

    String page = recording.lastPage(40, 80);

    assertThat(page.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    assertThat(page)
        .isEqualTo(
            """
            day  UTC                  lane              what                outcome
              1  2026-03-01 00:00:00  off-site object   put("a b\\t\\u001b[3  failed:
                                      store             1m")                IOException:
                                                                            word word word
                                                                            word word word …""");
  }
}
