package dev.timelapse.testkit.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.timelapse.testkit.recording.RecordedLife.Change;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecordingTest {

  private final ManualTime time = new ManualTime();
  private final Recorder recorder = new Recorder(ManualTime.START, time);
  private final Recording recording = recorder.recording();

  @Test
  void page_hasOneLineAnEntry_inColumns() {
    long firing = recorder.firingStarted("scheduler", "probe", 1, 0);
    long call = recorder.callStarted("db", "ping(\"db-1\")");
    time.passes(Duration.ofSeconds(2));
    recorder.callAnswered(call, "true");
    recorder.firingEnded(firing, null);
    time.passes(Duration.ofDays(1));
    firing = recorder.firingStarted("scheduler", "probe", 2, 5_000_000_000L);
    time.passes(Duration.ofSeconds(1));
    recorder.firingEnded(firing, new IOException("gone\naway"));
    time.passes(Duration.ofDays(1));
    recorder.clockStepped(Duration.ofHours(-1));
    recorder.noted("note", "half way");

    assertThat(recording.lastPage(10))
        .isEqualTo(
            """
            day  UTC                  lane        what               outcome
              1  2026-03-01 00:00:00  scheduler   probe              ok, took 2 s
                                      db          ping("db-1")       true, took 2 s
              2  2026-03-02 00:00:02  scheduler   probe (attempt 2)  failed: IOException: gone away, took 1 s, 5
                                                                     s late
              3  2026-03-03 00:00:03  wall clock  set back 1 h       to 2026-03-02T23:00:03Z
                                      note        half way""");
  }

  @Test
  void entriesOfEachKind_areReadAsTheyWereWritten() {
    long action = recorder.actionStarted("after PT1H");
    time.passes(Duration.ofSeconds(1));
    recorder.actionEnded(action, null);
    recorder.crashed("store");
    recorder.restarted("store");
    recorder.chosen("latency", 4, 2);
    recorder.checked("three copies", "broken");
    recorder.logged(Level.WARNING, "a.b.Store", "slow", new IOException());
    recorder.callStarted("store", "get()");
    Moment first = new Moment(0, ManualTime.START, Duration.ZERO);

    assertThat(recording.entries())
        .containsExactly(
            new RecordedAction(first, "after PT1H", Duration.ofSeconds(1), null),
            new RecordedLife(later(1), "store", Change.CRASH),
            new RecordedLife(later(2), "store", Change.RESTART),
            new RecordedChoice(later(3), "latency", 4, 2),
            new RecordedCheck(later(4), "three copies", "broken"),
            new RecordedLog(later(5), Level.WARNING, "a.b.Store", "slow", "IOException"),
            new RecordedCall(later(6), "store", "get()", null, null, null));
  }

  private static Moment later(long number) {
    return new Moment(number, ManualTime.START.plusSeconds(1), Duration.ofSeconds(1));
  }

  @Test
  void pageShorterThanTheRecording_saysHowMuchIsMissing() {
    for (int i = 0; i < 5; i++) {
      recorder.noted("note", "n" + i);
    }

    assertThat(recording.lastPage(2).lines().skip(1))
        .containsExactly(
            "     … 3 earlier",
            "  1  2026-03-01 00:00:00  note  n3",
            "                          note  n4");
    assertThat(new Recorder(Instant.EPOCH, time).recording().lastPage(2))
        .isEqualTo("nothing happened");
  }

  @Test
  void bounded_keepsTheLastAndCountsAll() {
    recording.keepLast(100);
    for (int i = 0; i < 1000; i++) {
      recorder.firingStarted("scheduler", "job " + i, 1, 0);
      recorder.callStarted("mock", "call()");
    }

    assertThat(recording.entries()).hasSize(100);
    assertThat(recording.firings()).hasSize(50);
    assertThat(recording.firingsOf("job 999")).hasSize(1);
    assertThat(recording.firingCount()).isEqualTo(1000);
    assertThat(recording.callCount()).isEqualTo(1000);
    assertThat(recording.lastPage(1)).contains("… 1,999 earlier");
    assertThatIllegalArgumentException().isThrownBy(() -> recording.keepLast(-1));
  }

  @Test
  void boundChangedOnTheWay_keepsTheLastInOrder() {
    for (int bound : List.of(10, 3, 0, 200, 7, 70)) {
      recording.keepLast(bound);
      List<Long> before = numbers();
      assertThat(before.size()).isLessThanOrEqualTo(bound);
      for (int i = 0; i < 100; i++) {
        recorder.noted("note", "n");
      }
      long total = recording.entries().isEmpty() ? 300 : numbers().get(numbers().size() - 1) + 1;
      int kept = Math.min(bound, before.size() + 100);
      assertThat(numbers())
          .containsExactlyElementsOf(LongStream.range(total - kept, total).boxed().toList());
    }
  }

  private List<Long> numbers() {
    return recording.entries().stream().map(entry -> entry.when().number()).toList();
  }

  @Test
  void endOfWhatIsNoLongerKept_isOfNoConsequence() {
    recording.keepLast(1);
    long first = recorder.firingStarted("scheduler", "long", 1, 0);
    recorder.noted("note", "next");

    recorder.firingEnded(first, new IOException());

    assertThat(recording.entries()).singleElement().isInstanceOf(RecordedNote.class);
  }
}
