package dev.timelapse.testkit.outside;

import static dev.timelapse.scheduler.Trigger.every;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.startsWith;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.Timeline;
import dev.timelapse.testkit.choice.Choices;
import dev.timelapse.testkit.recording.RecordedCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class BehaviourTest {

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final Timeline time = Timeline.startingAt(START, BERLIN, Choices.ofSeed(42));
  private final Scheduler scheduler = Scheduler.using(time.timeSource()).build();
  private final MapStore fake = new MapStore();
  private final Store store = time.outside(Store.class, fake);
  private final Client client = new Client(store);

  @AfterEach
  void end() {
    time.close();
  }

  // How long.

  @Test
  void takesBetween_isWithinItsBounds_andDiffers() {
    time.outside(store).takesBetween(ofSeconds(1), ofSeconds(9));

    List<Duration> took = took(200);

    assertThat(took).allSatisfy(each -> assertThat(each).isBetween(ofSeconds(1), ofSeconds(9)));
    assertThat(took).doesNotHaveDuplicates();
    assertThat(time.choices().values()).hasSize(200);
  }

  @Test
  void takesADistribution_halfOfTheCallsAreBelowItsMedian() {
    time.outside(store).takes(Latency.percentiles(ofMillis(50), ofMillis(400)));

    List<Duration> took = took(2_000);

    // Within five standard deviations of binomial distributions of 2,000 and 1/2, and 1/100.
    assertThat(took.stream().filter(each -> each.compareTo(ofMillis(50)) <= 0).count())
        .isBetween(888L, 1_112L);
    assertThat(took.stream().filter(each -> each.compareTo(ofMillis(400)) > 0).count())
        .isBetween(1L, 43L);
  }

  @Test
  void dullRun_takesTheShortestTime_andNoChanceStrikes() {
    Timeline dull = Timeline.startingAt(START, BERLIN, Choices.ofSeed(0));
    Store mock = dull.outside(Store.class, fake);
    dull.outside(mock).takesBetween(ofSeconds(1), ofSeconds(9));
    dull.outside(mock).failsWith(IllegalStateException::new).withProbability(0.9).mayBeUnused();

    new Client(mock).write("a");

    assertThat(dull.elapsed()).isEqualTo(ofSeconds(1));
    dull.close();
  }

  // How it ends.

  @Test
  void failsAfter_takesItsOwnTime_andNeverReachesTheFake() {
    time.outside(store).takes(ofHours(1));
    time.outside(store)
        .failsAfter(ofSeconds(30), () -> new IllegalStateException("timed out"))
        .onCall(1);

    assertThatThrownBy(() -> client.write("a")).hasMessage("timed out");

    assertThat(time.elapsed()).isEqualTo(ofSeconds(30));
    assertThat(fake.keys).isEmpty();
    client.write("b");
    assertThat(fake.keys).containsExactly("b");
  }

  @Test
  void losesAnswer_reachesTheFake_andFails() {
    time.outside(store)
        .takes(ofSeconds(2))
        .losesAnswer(() -> new UncheckedIOException(new IOException("connection reset")));

    assertThatThrownBy(() -> client.write("a")).hasMessageContaining("connection reset");

    assertThat(fake.keys).containsExactly("a");
    assertThat(outcomes())
        .containsExactly(
            "failed: UncheckedIOException: java.io.IOException: connection reset, took 2 s");
  }

  @Test
  void returns_insteadOfTheFake_inTime() throws IOException {
    time.outside(store).method("get").takes(ofSeconds(2)).returns("scripted").onCalls(1, 2);
    client.write("a");

    assertThat(client.read("a")).isEqualTo("scripted");
    assertThat(client.read("nothing")).isEqualTo("scripted");
    assertThat(client.read("a")).isEqualTo("A");
    assertThat(time.elapsed()).isEqualTo(ofSeconds(6));
  }

  @Test
  void returns_whatTheMethodCannotReturn_isRefused() {
    time.outside(store).returns(7);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.read("a"))
        .withMessageContaining("is to return 7, which is no java.lang.String as get returns");
    assertThat(client.delete("a")).isEqualTo(7);
  }

  @Test
  void arrivesAgain_theFakeIsCalledTwice_theSystemCallsOnce() {
    time.outside(store).method("put").arrivesAgainAfter(ofMinutes(5)).onCall(1);

    client.write("a");
    client.write("b");
    time.advanceBy(ofMinutes(5));

    assertThat(fake.keys).containsExactly("a", "b", "a");
    assertThat(time.recording().calls()).hasSize(2);
  }

  // Which of several.

  @Test
  void severalBehaviours_ofEachKindTheOneSaidLastThatFitsCounts() {
    time.outside(store)
        .takes(ofSeconds(1))
        .takes(ofSeconds(5))
        .onCall(2)
        .failsWith(() -> new IllegalStateException("first"))
        .onCalls(3, 4)
        .failsAfter(ofSeconds(7), () -> new IllegalStateException("second"))
        .onCall(4);

    client.write("a");
    client.write("b");
    assertThatThrownBy(() -> client.write("c")).hasMessage("first");
    assertThatThrownBy(() -> client.write("d")).hasMessage("second");

    assertThat(time.recording().calls())
        .extracting(RecordedCall::took)
        .containsExactly(ofSeconds(1), ofSeconds(5), ZERO, ofSeconds(7));
  }

  @Test
  void pickedCalls_areThoseThatMockitoMatches() {
    time.outside(store).when(it -> it.put(startsWith("tmp-"), any())).takes(ofSeconds(3));
    time.outside(store).when(it -> it.put("b", new byte[3])).takes(ofSeconds(4));
    time.outside(store).method("list").takes(ofSeconds(5));
    time.outside(store).when(it -> it.delete("a", "b")).takes(ofSeconds(6));

    client.write("tmp-1");
    client.write("a");
    client.write("b");
    client.store().list();
    client.delete("a", "b");
    client.delete("a");

    assertThat(time.recording().calls())
        .filteredOn(call -> !call.what().startsWith("list"))
        .extracting(RecordedCall::took)
        .containsExactly(ofSeconds(3), ZERO, ofSeconds(4), ofSeconds(6), ZERO);
  }

  @Test
  void pickingNothing_isRefused_andMockitoGoesOn() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> time.outside(store).when(it -> {}))
        .withMessageContaining("picks no call");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> time.outside(store).method("put2"))
        .withMessageContaining("has no method put2; it has delete, fetch, get");
    assertThat(Mockito.mock(Store.class).list()).isEmpty();
  }

  // Windows.

  @Test
  void fromAndUntil_areCombined() {
    time.outside(store)
        .failsWith(IllegalStateException::new)
        .from("2026-03-01T05:00")
        .until("2026-03-01T07:00");

    // Berlin is an hour ahead of UTC.
    assertThat(failedHours(12)).containsExactly(4, 5);
  }

  @Test
  void weeklyWindow_opensAtLocalTime_eachWeek() {
    time.outside(store).failsWith(IllegalStateException::new).every(SATURDAY, "02:00", ofHours(3));

    List<Integer> hours = failedHours(24 * 14);

    // 7 and 14 March are Saturdays; 02:00 in Berlin is 01:00 UTC.
    int first = 6 * 24 + 1;
    int second = 13 * 24 + 1;
    assertThat(hours).containsExactly(first, first + 1, first + 2, second, second + 1, second + 2);
  }

  @Test
  void cronWindow_opensAtEachFiring() {
    time.outside(store).failsWith(IllegalStateException::new).every("30 5 * * *", ofMinutes(31));

    // 05:30 to 06:01 in Berlin is 04:30 to 05:01 UTC.
    assertThat(failedHours(48)).containsExactly(5, 29);
  }

  @Test
  void windowWithProbability_strikesItsShareOfTheCalls() {
    time.outside(store).failsWith(IllegalStateException::new).withProbability(0.25);

    // Five standard deviations of a binomial distribution of 2,000 and 1/4.
    assertThat(failedHours(2_000).size()).isBetween(404, 596);
    assertThat(time.choices().values()).hasSize(2_000);
  }

  @Test
  void chance_isDrawnOnlyForCallsThatEverythingElseFits() {
    time.outside(store)
        .failsWith(IllegalStateException::new)
        .withProbability(0.5)
        .between("2026-03-01T03:00", "2026-03-01T05:00")
        .mayBeUnused();

    failedHours(24);

    assertThat(time.choices().values()).hasSize(2);
  }

  @Test
  void nonsense_isRefused() {
    OutsideMock<Store> calls = time.outside(store);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> calls.takesBetween(ofSeconds(2), ofSeconds(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> calls.arrivesAgainAfter(ofHours(-1)));
    Behaviour<Store> fault = calls.failsWith(IllegalStateException::new).mayBeUnused();
    assertThatIllegalArgumentException().isThrownBy(() -> fault.onCall(0));
    assertThatIllegalArgumentException().isThrownBy(() -> fault.onCalls(3, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> fault.withProbability(1.5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fault.every(SATURDAY, "two", ofHours(1)))
        .withMessageContaining("02:00");
    assertThatIllegalArgumentException().isThrownBy(() -> fault.every(SATURDAY, "02:00", ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> Latency.exponential(ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Latency.percentiles(ofSeconds(2), ofSeconds(1)));
  }

  private List<Duration> took(int calls) {
    for (int i = 0; i < calls; i++) {
      client.write("a");
    }
    return time.recording().calls().stream().map(RecordedCall::took).toList();
  }

  /** Calls once an hour, and returns the hours since the start in which that failed. */
  private List<Integer> failedHours(int hours) {
    List<Integer> failed = new ArrayList<>();
    scheduler.add(
        "write",
        every(ofHours(1)),
        () -> {
          try {
            client.write("a");
          } catch (IllegalStateException e) {
            failed.add((int) time.elapsed().toHours());
          }
        });
    time.advanceBy(ofHours(hours));
    return failed;
  }

  private List<String> outcomes() {
    return time.recording().calls().stream().map(RecordedCall::outcome).toList();
  }
}
