package dev.timelapse.testkit.assertj;

import static dev.timelapse.scheduler.Trigger.every;
import static dev.timelapse.testkit.assertj.TimelapseAssertions.assertThat;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.Timeline;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RecordingAssertTest {

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  interface Store {
    void put(String name) throws IOException;
  }

  private final Timeline time = Timeline.startingAt(START, ZoneOffset.UTC);
  private final Scheduler scheduler = Scheduler.using(time.timeSource()).build();
  private final Store store = time.mockOutside(Store.class, "store");

  /** Copies at each full hour, which takes 40 s, but fails at 03:00; probes each half hour. */
  private void sixHoursPass() {
    time.outside(store)
        .takes(ofSeconds(40))
        .failsWith(() -> new IOException("down"))
        .between("2026-03-01T03:00", "2026-03-01T03:30");
    scheduler.add("copy", every(ofHours(1)), () -> new Copy(store).make("a"));
    Scheduler.using(time.timeSource()).job("probe", every(ofMinutes(30)), () -> {}).build();
    time.advanceBy(ofHours(6).plusMinutes(1));
  }

  record Copy(Store store) {
    void make(String name) throws IOException {
      store.put(name);
    }
  }

  @Test
  void whatHolds_isAsserted_inOneSentenceEach() {
    sixHoursPass();

    assertThat(time.recording())
        .firingsOf("copy")
        .hasSize(6)
        .areAtMost(ofHours(1))
        .apart()
        .areAtLeast(ofHours(1))
        .apart()
        .takeAtMost(ofSeconds(40))
        .areLateByAtMost(Duration.ZERO)
        .haveNoneBetween(START.plus(ofMinutes(61)), START.plus(ofHours(2)))
        .areEachFollowedBy(time.recording().callsTo("store"))
        .within(Duration.ZERO)
        .doNotOverlap();
    assertThat(time.recording()).callsTo("store", "put").hasSizeAtLeast(6).hasSizeAtMost(6);
    assertThat(time.recording()).callsTo("store", "get").isEmpty();
    assertThat(time.recording()).callsTo("store").thatFailed().hasSize(1);
    assertThat(time.recording())
        .firingsOf("copy")
        .thatSucceeded()
        .hasSize(5)
        .between(START, START.plus(ofHours(2)))
        .areBefore(time.recording().firingsOf("copy").subList(2, 6));
    assertThat(time.recording()).isTheSameAs(time.recording());
  }

  @Test
  void eventsTooFarApart_areShownWhereTheyStand() {
    sixHoursPass();

    assertThatThrownBy(
            () ->
                assertThat(time.recording())
                    .as("copies")
                    .firingsOf("copy")
                    .thatSucceeded()
                    .areAtMost(ofMinutes(90))
                    .apart())
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """
            [copies] Expecting firings of "copy" that succeeded to be at most 1 h 30 min apart:

              day  UTC                  lane         what      outcome
                1  2026-03-01 01:00:00  store        put("a")  ok, took 40 s
                                        scheduler 2  probe     ok
                1  2026-03-01 01:30:00  scheduler 2  probe     ok
            >   1  2026-03-01 02:00:00  scheduler    copy      ok, took 40 s
                                        store        put("a")  ok, took 40 s
                                        scheduler 2  probe     ok
                1  2026-03-01 02:30:00  scheduler 2  probe     ok
                1  2026-03-01 03:00:00  scheduler    copy      failed: IOException: down
                                        store        put("a")  failed: IOException: down
                                        scheduler 2  probe     ok
                1  2026-03-01 03:30:00  scheduler 2  probe     ok
            >   1  2026-03-01 04:00:00  scheduler    copy      ok, took 40 s
                                        store        put("a")  ok, took 40 s
                                        scheduler 2  probe     ok
                1  2026-03-01 04:30:00  scheduler 2  probe     ok""");
  }

  @Test
  void wrongCount_ofWhatDidNotHappen_showsWhatDid() {
    sixHoursPass();

    assertThatThrownBy(() -> assertThat(time.recording()).firingsOf("cpoy").hasSize(6))
        .hasMessageStartingWith(
            "Expecting firings of \"cpoy\" to be exactly 6, but there are 0:\n\n")
        .hasMessageContaining("copy");
    assertThatThrownBy(
            () -> assertThat(time.recording()).firingsOf("cpoy").areAtMost(ofHours(1)).apart())
        .hasMessageContaining("two or more, but there are 0");
  }

  @Test
  void eachOtherAssertion_canFail() {
    sixHoursPass();
    RecordingAssert recording = assertThat(time.recording());

    fails(
        () -> recording.firingsOf("copy").areAtLeast(ofMinutes(61)).apart(), "at least 1 h 1 min");
    fails(() -> recording.firingsOf("copy").takeAtMost(ofSeconds(39)), "to take at most 39 s");
    fails(() -> recording.callsTo("store").haveNoneBetween(START, START.plus(ofHours(2))), "none");
    fails(() -> recording.callsTo("store").hasSizeAtLeast(7), "at least 7, but there are 6");
    fails(() -> recording.callsTo("store").hasSizeAtMost(5), "at most 5, but there are 6");
    fails(
        () ->
            recording
                .firingsOf("probe")
                .areEachFollowedBy(time.recording().callsTo("store"))
                .within(ofMinutes(29)),
        "followed within 29 min");
    fails(
        () -> recording.firingsOf("copy").areBefore(time.recording().firingsOf("probe")),
        "before all others");
    fails(() -> recording.events("all", event -> true).isEmpty(), "to be none");
  }

  @Test
  void firingOfAnotherScheduler_inTheMiddleOfOne_overlaps() {
    scheduler.add("long", every(ofHours(1)), () -> time.sleep(ofMinutes(40)));
    Scheduler.using(time.timeSource()).job("short", every(ofMinutes(25)), () -> {}).build();
    time.advanceBy(ofMinutes(110));

    assertThat(time.recording()).firingsOf("short").doNotOverlap();
    fails(
        () ->
            assertThat(time.recording())
                .firingsOf("short")
                .doNotOverlap(time.recording().firingsOf("long")),
        "not to overlap");
    assertThat(time.recording())
        .firingsOf("short")
        .between(START, START.plus(ofHours(1)))
        .doNotOverlap(time.recording().firingsOf("long"));
    time.close();
  }

  @Test
  void lateFirings_areFound() {
    scheduler.add("slow", every(ofHours(1)), () -> time.sleep(ofMinutes(10)));
    scheduler.add("quick", every(ofMinutes(5)), () -> {});
    time.advanceBy(ofMinutes(110));

    assertThat(time.recording()).firingsOf("quick").areLateByAtMost(ofMinutes(10));
    fails(
        () -> assertThat(time.recording()).firingsOf("quick").areLateByAtMost(ofMinutes(4)),
        "late by at most 4 min");
    time.close();
  }

  @Test
  void recordingsThatPart_areShownSideBySide() {
    Timeline other = Timeline.startingAt(START, ZoneOffset.UTC);
    for (Timeline each : new Timeline[] {time, other}) {
      for (int hour = 1; hour < 6; hour++) {
        String text = each == other && hour == 5 ? "five, but different" : "hour " + hour;
        each.after(ofHours(hour), () -> each.note(text));
      }
      each.advanceBy(ofHours(5));
    }

    assertThatThrownBy(() -> assertThat(time.recording()).isTheSameAs(other.recording()))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """
            The recordings part at event 10, of 10 and 10:

            UTC, actual                                        UTC, expected
            2026-03-01 04:00:00 script after PT4H: ok       =  2026-03-01 04:00:00 script after PT4H: ok
            2026-03-01 04:00:00 note hour 4                 =  2026-03-01 04:00:00 note hour 4
            2026-03-01 05:00:00 script after PT5H: ok       =  2026-03-01 05:00:00 script after PT5H: ok
            2026-03-01 05:00:00 note hour 5                ><  2026-03-01 05:00:00 note five, but different
            (end)                                              (end)""");
  }

  @Test
  void recordingThatIsNotWhole_isRefused() {
    time.recording().keepLast(3);
    sixHoursPass();

    assertThatIllegalStateException()
        .isThrownBy(() -> assertThat(time.recording()).firingsOf("copy"))
        .withMessageContaining("the first are no longer kept");
  }

  private static void fails(Runnable assertion, String words) {
    assertThatThrownBy(assertion::run)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(words)
        .hasMessageContaining("> ");
  }
}
