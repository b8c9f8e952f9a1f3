package dev.timelapse.testkit.history;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.Scripted;
import dev.timelapse.testkit.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  private final Timeline time = Timeline.startingAt(START, ZoneOffset.UTC);
  private final List<String> heard = new ArrayList<>();

  @AfterEach
  void end() {
    time.close();
  }

  @Test
  void happenings_areDoneAtTheirInstants_beforeJobsOfTheSameInstant() {
    Scheduler scheduler = Scheduler.using(time.timeSource()).build();
    scheduler.after(ofHours(2), () -> heard.add("job"));

    time.history("outages", Stream.of(say("a", 1), say("b", 2), say("c", 2), say("d", 3)));
    long events = time.advanceBy(ofHours(4));

    assertThat(heard).containsExactly("a at 1", "b at 2", "c at 2", "job", "d at 3");
    assertThat(events).isEqualTo(4);
  }

  @Test
  void history_isReadNoFurtherThanOneAhead() {
    AtomicInteger read = new AtomicInteger();

    Scripted endless =
        time.history(
            "endless",
            Stream.iterate(1, hour -> hour + 1)
                .peek(hour -> read.incrementAndGet())
                .map(hour -> say("x", hour)));
    time.advanceBy(ofDays(10));

    assertThat(heard).hasSize(240);
    assertThat(read.get()).isBetween(241, 242);
    assertThat(endless.cancel()).isTrue();
    time.advanceBy(ofDays(1));
    assertThat(heard).hasSize(240);
    assertThat(endless.cancel()).isFalse();
  }

  @Test
  void stream_isClosedAfterTheLastHappening() {
    AtomicBoolean closed = new AtomicBoolean();
    time.history("short", Stream.of(say("a", 1)).onClose(() -> closed.set(true)));
    assertThat(closed).isFalse();

    time.advanceBy(ofHours(1));

    assertThat(closed).isTrue();
  }

  @Test
  void streamOfATimelineThatEnds_isClosedWithIt() {
    AtomicBoolean closed = new AtomicBoolean();
    Timeline other = Timeline.startingAt(START, ZoneOffset.UTC);
    Scripted left = other.history("long", Stream.of(say("a", 9)).onClose(() -> closed.set(true)));
    left.cancel();
    other.close();

    assertThat(closed).isTrue();
  }

  @Test
  void file_isReadLineByLine(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("outages.txt");
    Files.writeString(file, "2026-03-01T05:00:00Z db-1 down\n2026-03-02T05:00:00Z db-1 up\n");

    time.history(
        file,
        line ->
            new Happening(
                Instant.parse(line.substring(0, line.indexOf(' '))), () -> heard.add(line)));
    time.advanceBy(ofDays(2));

    assertThat(heard)
        .containsExactly("2026-03-01T05:00:00Z db-1 down", "2026-03-02T05:00:00Z db-1 up");
    assertThatThrownBy(() -> time.history(directory.resolve("none.txt"), line -> say(line, 1)))
        .hasMessageContaining("none.txt");
  }

  @Test
  void disorder_failsTheTest_sayingWhichHappening() {
    time.history("mixed", Stream.of(say("a", 1), say("b", 3), say("c", 2)));

    assertThatThrownBy(() -> time.advanceBy(ofHours(5)))
        .hasMessageContaining(
            "history \"mixed\" is not in order: happening 3 is at 2026-03-01T02:00:00Z, and the one"
                + " before it at 2026-03-01T03:00:00Z");
  }

  @Test
  void historyThatBeginsInThePast_isRefused() {
    time.advanceBy(ofHours(2));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> time.history("old", Stream.of(say("a", 1))))
        .withMessageContaining("begins at 2026-03-01T01:00:00Z, which is past");
  }

  @Test
  void actionThatFails_failsTheTest() {
    time.history(
        "bad",
        Stream.of(
            new Happening(
                START.plus(ofMinutes(1)),
                () -> {
                  throw new IOException("cannot");
                })));

    assertThatThrownBy(() -> time.advanceBy(ofHours(1)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("script action \"bad\"")
        .hasMessageContaining("cannot");
  }

  private Happening say(String word, int hour) {
    return new Happening(
        START.plus(ofHours(hour)), () -> heard.add(word + " at " + time.elapsed().toHours()));
  }
}
