package dev.timelapse.testkit.outside;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.when;

import dev.timelapse.testkit.choice.Choices;
import dev.timelapse.testkit.engine.Engine;
import dev.timelapse.testkit.executor.FutureTimers;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnusedTest {

  private final Engine engine =
      new Engine(Instant.parse("2026-03-01T00:00:00Z"), Choices.ofSeed(0));
  private final OutsideMocks mocks =
      new OutsideMocks(engine, new FutureTimers(engine), ZoneOffset.UTC, Instant::parse);
  private final Store store = mocks.mock(Store.class);
  private final Client client = new Client(store);

  @BeforeEach
  void ownCalls() {
    mocks.addTestClass(getClass());
  }

  @Test
  void behavioursThatCameToNoCall_areToldWithPlaceAndReason() throws IOException {
    OutsideMock<Store> calls = mocks.of(store);
    calls.takes(ofSeconds(1));
    int firstLine = new Throwable().getStackTrace()[0].getLineNumber() + 1;
    calls.failsWith(IllegalStateException::new).from("2026-04-01T00:00:00Z");
    calls.method("list").failsWith(IllegalStateException::new);
    calls.failsWith(IllegalStateException::new).withProbability(0.5);
    calls.when(it -> it.get("x")).returns("y").every(SATURDAY, "02:00", ofHours(3));
    calls.neverReturns().onCall(9).mayBeUnused();

    client.write("a");
    client.write("b");

    List<String> unused = mocks.unusedBehaviours();
    assertThat(unused)
        .extracting(line -> line.replaceAll("UnusedTest.java:\\d+", "UnusedTest.java:n"))
        .containsExactly(
            "store failsWith(…) from 2026-04-01T00:00:00Z, said at UnusedTest.java:n: none of 2"
                + " calls began then",
            "store.list(…) failsWith(…), said at UnusedTest.java:n: there was no such call",
            "store failsWith(…) with probability 0.5, said at UnusedTest.java:n: of 2 calls it struck"
                + " none",
            "store.get(\"x\") returns(\"y\") every SATURDAY 02:00 for PT3H, said at"
                + " UnusedTest.java:n: there was no such call");
    assertThat(unused.get(0)).contains(":" + firstLine + ": ");
  }

  @Test
  void behaviourThatAnotherAlwaysOverruled_isToldAsSuch() {
    OutsideMock<Store> calls = mocks.of(store);
    calls.failsAfter(ofSeconds(1), IllegalStateException::new);
    calls.losesAnswer(IllegalArgumentException::new);

    try {
      client.write("a");
    } catch (IllegalArgumentException e) {
      // as it is to be
    }

    assertThat(mocks.unusedBehaviours())
        .singleElement()
        .asString()
        .endsWith("1 call would have been struck, but what was said later came first");
  }

  @Test
  void unusedStubs_areToldWithTheirPlace_unlessLenient() throws IOException {
    when(store.get("a")).thenReturn("apple");
    when(store.get("b")).thenReturn("banana");
    lenient().when(store.list()).thenReturn(List.of());
    Store other = mocks.mock(Store.class);
    mocks.of(other).lenient();
    when(other.get("a")).thenReturn("apple");

    client.read("b");

    assertThat(mocks.unusedStubs())
        .singleElement()
        .asString()
        .startsWith("store.get(\"a\"), stubbed -> at dev.timelapse.testkit.outside.UnusedTest.")
        .contains("UnusedTest.java:");
  }

  @Test
  void lenientMock_answersWhatNobodyStubbed_asMockitoDoes() throws IOException {
    mocks.of(store).lenient();

    assertThat(client.read("a")).isNull();
    assertThat(client.store().list()).isEmpty();
    assertThat(mocks.unstubbed()).isEmpty();
  }
}
