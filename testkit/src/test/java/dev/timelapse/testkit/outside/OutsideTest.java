package dev.timelapse.testkit.outside;

import static dev.timelapse.scheduler.Trigger.every;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.Leftover;
import dev.timelapse.testkit.Timeline;
import dev.timelapse.testkit.recording.RecordedCall;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class OutsideTest {

  interface Store {
    String get(String key) throws IOException;

    void put(String key, byte[] value);

    List<String> list();
  }

  /** Stands for the system: not the test's own code, though it stands in the test's file. */
  record Reader(Store store) {
    String read(String key) throws IOException {
      return store.get(key);
    }

    void write(String key) {
      store.put(key, new byte[3]);
    }
  }

  private final Timeline time =
      Timeline.startingAt(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
  private final Scheduler scheduler = Scheduler.using(time.timeSource()).build();
  private final Store store = time.mockOutside(Store.class, "store");
  private final Reader reader = new Reader(store);

  @Test
  void callFromJob_standsOnTheRecordingWithAnswerAndTime() throws IOException {
    given(store.get("a")).willReturn("apple");
    time.outside(store).takes(ofSeconds(40));
    scheduler.add("read", every(ofHours(1)), () -> reader.read("a"));

    time.advanceBy(ofHours(2).plusMinutes(1));

    List<RecordedCall> calls = time.recording().callsTo("store");
    assertThat(calls).hasSize(2);
    assertThat(calls.get(0).what()).isEqualTo("get(\"a\")");
    assertThat(calls.get(0).method()).isEqualTo("get");
    assertThat(calls.get(0).at()).isEqualTo("2026-03-01T01:00:00Z");
    assertThat(calls.get(0).answer()).isEqualTo("\"apple\"");
    assertThat(calls.get(0).took()).isEqualTo(ofSeconds(40));
    assertThat(time.recording().callCount()).isEqualTo(2);
    time.close();
  }

  @Test
  void callStillUnderWay_isOnTheRecordingAsSuch() {
    time.outside(store).takes(ofMinutes(5));
    scheduler.after(ofSeconds(1), () -> reader.write("a"));

    time.advanceBy(ofMinutes(1));

    assertThat(time.recording().calls())
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.took()).isNull();
              assertThat(call.outcome()).isEqualTo("under way");
            });
    time.advanceUntilIdle();
    assertThat(time.recording().calls().get(0).outcome()).isEqualTo("ok, took 5 min");
    time.close();
  }

  @Test
  void callWithResultNotStubbed_failsTheAdvance_namingCallTimeAndJob() {
    scheduler.add("read nightly", every(ofHours(26)), () -> reader.read("a"));

    assertThatThrownBy(() -> time.advanceBy(ofHours(60)))
        .isInstanceOf(UnstubbedCallError.class)
        .hasMessageStartingWith(
            "Outside call not stubbed: store.get(\"a\") at 2026-03-02T02:00:00Z (day 2), from job"
                + " \"read nightly\"")
        .hasMessageContaining("when(store.get(\"a\")).thenReturn(");
    assertThatThrownBy(time::close).isInstanceOf(UnstubbedCallError.class);
  }

  @Test
  void systemSwallowsTheError_theTestFailsAtItsEndAllTheSame() {
    scheduler.add(
        "read",
        every(ofHours(1)),
        () -> {
          try {
            reader.read("a");
          } catch (IOException | AssertionError e) {
            // as careless code does
          }
        });

    time.advanceBy(ofHours(3));

    assertThatThrownBy(time::close)
        .isInstanceOf(UnstubbedCallError.class)
        .hasMessageContaining("3 outside calls were not stubbed; the first:")
        .hasMessageContaining("2026-03-01T01:00:00Z");
  }

  @Test
  void methodWithoutResult_needsNoStub() {
    scheduler.after(ofSeconds(1), () -> reader.write("a"));

    time.advanceBy(ofSeconds(1));
    time.close();

    assertThat(time.recording().calls().get(0).what()).isEqualTo("put(\"a\", byte[3])");
  }

  @Test
  void stubbingAndVerifying_areNoCallsOfTheSystem() throws IOException {
    time.outside(store).takes(ofHours(1));
    given(store.get("a")).willReturn("apple");
    given(store.get("a")).willReturn("avocado");
    willReturn("banana").given(store).get("b");
    willThrow(new IOException("rotten")).given(store).get("c");
    time.after(
        ofMinutes(1),
        () -> {
          given(store.get("d")).willReturn("date");
          then(store).should(times(0)).put(anyString(), org.mockito.ArgumentMatchers.any());
        });

    time.advanceBy(ofMinutes(2));
    then(store).should(times(0)).get("b");

    assertThat(time.recording().calls()).isEmpty();
    assertThat(time.elapsed()).isEqualTo(ofMinutes(2));
    assertThat(store).hasToString("store");
    time.allow(Leftover.UNUSED_STUBS);
    time.close();
  }

  @Test
  void systemCalledByTheTestItself_isRecordedAndTakesTime() throws IOException {
    given(store.get("a")).willReturn("apple");
    time.outside(store).takes(ofSeconds(7));

    assertThat(reader.read("a")).isEqualTo("apple");

    assertThat(time.elapsed()).isEqualTo(ofSeconds(7));
    assertThat(time.recording().calls()).hasSize(1);
    assertThatThrownBy(() -> reader.read("b"))
        .isInstanceOf(UnstubbedCallError.class)
        .hasMessageContaining("from the test");
  }

  @Test
  void failingWindow_strikesFromItsStartUntilBeforeItsEnd_atOnce() throws IOException {
    given(store.get("a")).willReturn("apple");
    time.outside(store)
        .takes(ofSeconds(1))
        .failsWith(() -> new IOException("down"))
        .between("2026-03-01T02:00", "2026-03-01T04:00");
    scheduler.add("read", every(ofHours(1)), () -> reader.read("a"));

    time.advanceBy(ofHours(5).plusSeconds(1));

    assertThat(time.recording().calls())
        .extracting(RecordedCall::outcome)
        .containsExactly(
            "\"apple\", took 1 s",
            "failed: IOException: down",
            "failed: IOException: down",
            "\"apple\", took 1 s",
            "\"apple\", took 1 s");
    time.close();
  }

  @Test
  void faultsFromNowOn_lastOneSaidCounts() throws IOException {
    given(store.get("a")).willReturn("apple");
    time.outside(store).failsWith(() -> new IOException("always"));
    time.outside(store)
        .failsWith(() -> new IllegalStateException("for an hour"))
        .between(time.now(), time.now().plus(ofHours(1)));

    assertThatThrownBy(() -> reader.read("a")).hasMessage("for an hour");
    time.advanceBy(ofHours(1));
    assertThatThrownBy(() -> reader.read("a")).hasMessage("always");
    time.close();
  }

  @Test
  void faultThatTheMethodCannotThrow_isRefusedWithTheRemedy() {
    time.outside(store).failsWith(() -> new IOException("down"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> reader.write("a"))
        .withMessageContaining("put")
        .withMessageContaining("java.io.IOException");
  }

  @Test
  void mockIsReset_itsStubsAreGone_itsTimeAndRecordingStay() throws IOException {
    given(store.get("a")).willReturn("apple");
    time.outside(store).takes(ofSeconds(7));

    Mockito.reset(store);
    reader.write("a");

    assertThat(time.recording().calls())
        .singleElement()
        .satisfies(call -> assertThat(call.took()).isEqualTo(ofSeconds(7)));
    assertThatThrownBy(() -> reader.read("a")).isInstanceOf(UnstubbedCallError.class);
  }

  @Test
  void nonsense_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> time.outside(mock(Store.class)))
        .withMessageContaining("@Outside");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> time.outside(store).takes(Duration.ofSeconds(-1)));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                time.outside(store)
                    .failsWith(IllegalStateException::new)
                    .between("2026-03-02", "2026-03-01"))
        .withMessageContaining("empty");
  }

  @Test
  void valuesOnTheRecording_haveNoIdentity() {
    assertThat(CallText.value(new Object())).isEqualTo("java.lang.Object");
    assertThat(CallText.value((Runnable) () -> {})).isEqualTo("lambda");
    assertThat(CallText.value("two\nlines")).isEqualTo("\"two\\nlines\"");
    assertThat(CallText.value(List.of(new Object(), 1))).isEqualTo("[java.lang.Object, 1]");
    assertThat(CallText.value(null)).isEqualTo("null");
    assertThat(CallText.value("x".repeat(100))).hasSize(62);
  }

  /** A fake as a user writes it: what was put can be got, in upper case. */
  private static final class Shouting implements Store {

    private final Map<String, byte[]> values = new TreeMap<>();

    @Override
    public String get(String key) throws IOException {
      if (!values.containsKey(key)) {
        throw new IOException("no " + key);
      }
      return key.toUpperCase(Locale.ROOT);
    }

    @Override
    public void put(String key, byte[] value) {
      values.put(key, value);
    }

    @Override
    public List<String> list() {
      return List.copyOf(values.keySet());
    }
  }

  @Test
  void fakeBehindMock_answersWhatIsNotStubbedInItsTime() throws IOException {
    given(store.list()).willReturn(List.of("stubbed"));
    time.outside(store).answeredBy(new Shouting()).takes(ofSeconds(40));
    List<String> answers = new ArrayList<>();
    scheduler.after(
        ofHours(1),
        () -> {
          reader.write("a");
          answers.add(reader.read("a"));
          answers.addAll(reader.store().list());
        });

    time.advanceBy(ofHours(2));

    assertThat(answers).containsExactly("A", "stubbed");
    assertThat(time.recording().calls())
        .extracting(RecordedCall::outcome)
        .containsExactly("ok, took 40 s", "\"A\", took 40 s", "[\"stubbed\"], took 40 s");
    time.close();
  }

  @Test
  void fakeBehindMock_throws_throwsThatToTheSystem() {
    time.outside(store).answeredBy(new Shouting());

    assertThatThrownBy(() -> reader.read("a")).isInstanceOf(IOException.class).hasMessage("no a");
    assertThat(time.recording().calls())
        .singleElement()
        .extracting(RecordedCall::failure)
        .isEqualTo("IOException: no a");
    time.close();
  }

  @Test
  void fakeOfAnotherType_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> time.outside((Object) store).answeredBy("a string"))
        .withMessageContaining("\"store\" is a ")
        .withMessageContaining("java.lang.String cannot answer");
    time.close();
  }
}
