package dev.timelapse.testkit.executor;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.HOURS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timelapse.testkit.Timeline;
import dev.timelapse.testkit.VirtualExecutor;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BulkCallsTest {

  private final Timeline time =
      Timeline.startingAt(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
  private final VirtualExecutor executor = time.executor(2);
  private final List<String> log = new ArrayList<>();

  @AfterEach
  void close() {
    time.close();
  }

  @Test
  void allInvoked_returnsWhenTheLastIsDone_inTheOrderOfTheTasks() throws Exception {
    List<Future<String>> results =
        executor.invokeAll(List.of(answer("a", 30), answer("b", 10), failing(5), answer("c", 10)));

    assertThat(time.elapsed()).isEqualTo(ofSeconds(30));
    assertThat(results).extracting(Future::isDone).containsExactly(true, true, true, true);
    assertThat(results.get(0).get()).isEqualTo("a");
    assertThat(results.get(1).get()).isEqualTo("b");
    assertThat(results.get(3).get()).isEqualTo("c");
    assertThatThrownBy(() -> results.get(2).get())
        .isInstanceOf(ExecutionException.class)
        .cause()
        .hasMessage("after 5 s");
    assertThat(log).containsExactly("PT10S b", "PT15S failed", "PT25S c", "PT30S a");
  }

  @Test
  void allInvokedInTime_cancelsWhatIsNotDoneThen() throws Exception {
    List<Future<String>> results =
        executor.invokeAll(
            List.of(answer("a", 10), answer("b", 120), answer("c", 10), answer("d", 100)),
            1,
            MINUTES);

    assertThat(time.elapsed()).isEqualTo(ofSeconds(60));
    assertThat(results).extracting(Future::isDone).containsExactly(true, true, true, true);
    assertThat(results).extracting(Future::isCancelled).containsExactly(false, true, false, true);
    time.advanceBy(ofHours(1));
    assertThat(log)
        .containsExactly("PT10S a", "PT20S c", "PT1M b interrupted", "PT1M d interrupted");
  }

  @Test
  void allInvokedWithoutTime_areAllCancelled() throws Exception {
    List<Future<String>> results =
        executor.invokeAll(List.of(answer("a", 10), answer("b", 10)), -1, SECONDS);

    assertThat(results).extracting(Future::isCancelled).containsExactly(true, true);
    time.advanceBy(ofHours(1));
    assertThat(log).isEmpty();
  }

  @Test
  void noTasksAtAll_allOfThemIsNothing() throws Exception {
    assertThat(executor.invokeAll(List.<Callable<String>>of())).isEmpty();
    assertThat(executor.invokeAll(List.<Callable<String>>of(), 1, HOURS)).isEmpty();
  }

  @Test
  void anyInvoked_returnsTheFirstThatSucceeds_andCancelsTheOthers() throws Exception {
    VirtualExecutor three = time.executor(3);

    assertThat(three.invokeAny(List.of(answer("a", 30), failing(5), answer("b", 20))))
        .isEqualTo("b");

    assertThat(time.elapsed()).isEqualTo(ofSeconds(20));
    time.advanceBy(ofHours(1));
    assertThat(log).containsExactly("PT5S failed", "PT20S b", "PT20S a interrupted");
  }

  @Test
  void anyInvoked_allFail_throwsTheLastFailure() {
    assertThatThrownBy(() -> executor.invokeAny(List.of(failing(30), failing(5), failing(10))))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .hasMessage("after 30 s");

    assertThat(time.elapsed()).isEqualTo(ofSeconds(30));
  }

  @Test
  void anyInvokedInTime_noneIsDoneThen_timesOut() throws Exception {
    assertThatThrownBy(() -> executor.invokeAny(List.of(answer("a", 90), failing(5)), 1, MINUTES))
        .isInstanceOf(TimeoutException.class)
        .hasMessage("none of 2 tasks has succeeded after 1 MINUTES");
    assertThat(time.elapsed()).isEqualTo(ofSeconds(60));
    assertThat(executor.invokeAny(List.of(answer("b", 50)), 1, MINUTES)).isEqualTo("b");
  }

  @Test
  void taskInvokesAll_keepsItsWorkerMeanwhile() {
    VirtualExecutor other = time.executor();
    other.execute(
        () -> {
          try {
            say(executor.invokeAll(List.of(answer("a", 5), answer("b", 10))).size() + " results");
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        });
    other.execute(() -> say("behind"));

    time.advanceBy(ofHours(1));

    assertThat(log).containsExactly("PT5S a", "PT10S b", "PT10S 2 results", "PT10S behind");
  }

  @Test
  void badArguments_areRefused_andNothingRuns() {
    List<Callable<String>> withNull = Arrays.asList(answer("a", 1), null);
    List<Callable<String>> one = List.of(answer("a", 1));

    assertThatNullPointerException().isThrownBy(() -> executor.invokeAll(null));
    assertThatNullPointerException().isThrownBy(() -> executor.invokeAll(withNull));
    assertThatNullPointerException().isThrownBy(() -> executor.invokeAll(null, 1, HOURS));
    assertThatNullPointerException().isThrownBy(() -> executor.invokeAll(withNull, 1, HOURS));
    assertThatNullPointerException().isThrownBy(() -> executor.invokeAll(one, 1, null));
    assertThatNullPointerException().isThrownBy(() -> executor.invokeAny(null));
    assertThatNullPointerException().isThrownBy(() -> executor.invokeAny(withNull));
    assertThatNullPointerException().isThrownBy(() -> executor.invokeAny(null, 1, HOURS));
    assertThatNullPointerException().isThrownBy(() -> executor.invokeAny(withNull, 1, HOURS));
    assertThatNullPointerException().isThrownBy(() -> executor.invokeAny(one, 1, null));
    assertThatIllegalArgumentException().isThrownBy(() -> executor.invokeAny(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> executor.invokeAny(List.of(), 1, HOURS));
    time.advanceBy(ofHours(1));
    assertThat(log).isEmpty();
  }

  private Callable<String> answer(String answer, int afterSeconds) {
    return () -> {
      try {
        time.sleep(ofSeconds(afterSeconds));
      } catch (Exception e) {
        say(answer + " interrupted");
        throw e;
      }
      say(answer);
      return answer;
    };
  }

  private Callable<String> failing(int afterSeconds) {
    return () -> {
      time.sleep(ofSeconds(afterSeconds));
      say("failed");
      throw new IllegalStateException("after " + afterSeconds + " s");
    };
  }

  private void say(String what) {
    log.add(time.elapsed() + " " + what);
  }
}
