package dev.timelapse.testkit.outside;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.Timeline;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * The rule: a call is the test's own if it is not made in a job, and the code that makes it is that
 * of a test class, what it inherits from, or a class that was said to be test code. All others are
 * the system's. What Mockito takes for stubbing or verifying is neither.
 */
class TestsOwnCallsTest extends StubbingBase {

  private final Timeline time =
      Timeline.startingAt(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
  private final Scheduler scheduler = Scheduler.using(time.timeSource()).build();
  private final Store store = time.outside(Store.class);

  /** Helper code in a file's other class, as tests have it. */
  static final class Stubs {

    static void apples(Store store) throws IOException {
      when(store.get("a")).thenReturn("apple");
    }

    static void bananas(Store store) throws IOException {
      doReturn("banana").when(store).get("b");
    }
  }

  @Test
  void whenInTheTest_isStubbing() throws IOException {
    time.outside(store).takes(ofHours(1)).mayBeUnused();
    when(store.get("a")).thenReturn("apple");
    lenient().when(store.list()).thenReturn(List.of());

    assertNoCalls();
    assertThat(new Client(store).read("a")).isEqualTo("apple");
    assertThat(time.recording().calls()).hasSize(1);
  }

  @Test
  void failingMock_canBeStubbedAllTheSame() throws IOException {
    time.outside(store).failsWith(() -> new IOException("down")).until("2026-03-01T01:00");

    when(store.get("a")).thenReturn("apple");

    assertThatThrownBy(() -> new Client(store).read("a")).hasMessage("down");
    time.advanceBy(ofHours(1));
    assertThat(new Client(store).read("a")).isEqualTo("apple");
  }

  @Test
  void directCallOfTheTest_isNoCallOfTheSystem() throws IOException {
    MapStore fake = new MapStore();
    time.outside(store).answeredBy(fake).takes(ofHours(1));

    store.put("a", new byte[0]);
    Callable<String> lambda = () -> store.get("a");

    assertThat(lambdaResult(lambda)).isEqualTo("A");
    assertNoCalls();
    verify(store).get("a");
  }

  @Test
  void verifyAndWhenInAScriptedEvent_areTheTests() {
    time.after(
        ofMinutes(1),
        () -> {
          when(store.list()).thenReturn(List.of("x"));
          verify(store, org.mockito.Mockito.never()).put(any(), any());
        });

    time.advanceBy(ofMinutes(1));

    assertNoCalls();
    assertThat(new Client(store).store().list()).containsExactly("x");
  }

  @Test
  void inheritedCode_isTheTests() throws IOException {
    stubOranges(store);

    assertNoCalls();
    assertThat(new Client(store).read("o")).isEqualTo("orange");
  }

  @Test
  void helperThatSaysDoReturn_isStubbing() throws IOException {
    Stubs.bananas(store);

    assertNoCalls();
    assertThat(new Client(store).read("b")).isEqualTo("banana");
  }

  @Test
  void helperThatSaysWhen_isTakenForTheSystem_unlessItIsTestCode() throws IOException {
    Store other = time.outside(Store.class);

    assertThatThrownBy(() -> Stubs.apples(other)).isInstanceOf(UnstubbedCallError.class);

    time.testCode(Stubs.class);
    Stubs.apples(store);
    assertThat(new Client(store).read("a")).isEqualTo("apple");
  }

  @Test
  void lambdaOfTheTestThatRunsInAJob_isTheSystem() {
    time.outside(store).takes(ofMinutes(1));
    scheduler.after(ofMinutes(1), () -> store.put("a", new byte[0]));

    time.advanceBy(ofMinutes(2));

    assertThat(time.recording().calls()).hasSize(1);
    assertThat(time.recording().calls().get(0).took()).isEqualTo(ofMinutes(1));
  }

  @Test
  void verifyInAJob_isVerifying() {
    scheduler.after(
        ofMinutes(1),
        () -> {
          store.put("a", new byte[0]);
          verify(store).put(any(), any());
          doReturn(List.of("x")).when(store).list();
          assertThat(store.list()).containsExactly("x");
        });

    time.advanceBy(ofMinutes(2));

    assertThat(time.recording().calls()).hasSize(2);
  }

  @Test
  void verifyNoMoreInteractionsInTheScript_doesNotHideTheNextCall() {
    time.after(ofMinutes(1), () -> org.mockito.Mockito.verifyNoMoreInteractions(store));
    scheduler.after(ofMinutes(2), () -> new Client(store).write("a"));

    time.advanceBy(ofMinutes(3));

    assertThat(time.recording().calls()).hasSize(1);
  }

  @Nested
  class InANestedClass {

    @Test
    void codeOfANestedTestClass_needsToBeSaidWithoutTheExtension() throws IOException {
      time.testCode(InANestedClass.class);

      when(store.get("a")).thenReturn("apple");

      assertNoCalls();
    }
  }

  private void assertNoCalls() {
    assertThat(time.recording().calls()).isEmpty();
    assertThat(time.elapsed()).isLessThanOrEqualTo(ofMinutes(1));
  }

  private static String lambdaResult(Callable<String> lambda) {
    try {
      return lambda.call();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
