package dev.timelapse.testkit.outside;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.BDDMockito.given;

import dev.timelapse.testkit.Timeline;
import dev.timelapse.testkit.recording.RecordedCall;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StagesTest {

  private final Timeline time =
      Timeline.startingAt(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
  private final MapStore fake = new MapStore();
  private final Store store = time.outside(Store.class, fake);
  private final Client client = new Client(store);
  private final List<String> heard = new ArrayList<>();

  @AfterEach
  void end() {
    time.close();
  }

  @Test
  void callThatTakesTime_returnsAtOnce_itsStageCompletesOnTheTimeline() {
    fake.keys.add("a");
    time.outside(store).takes(ofSeconds(40));

    CompletableFuture<String> stage = client.fetch("a").toCompletableFuture();
    stage.thenAccept(value -> heard.add(value + " after " + time.elapsed()));

    assertThat(time.elapsed()).isZero();
    assertThat(stage).isNotDone();
    assertThat(call().took()).isNull();
    time.advanceBy(ofMinutes(1));
    assertThat(heard).containsExactly("A after PT40S");
    assertThat(call().took()).isEqualTo(ofSeconds(40));
    assertThat(call().answer()).isEqualTo("\"A\"");
  }

  @Test
  void systemGivesUp_theLateAnswerChangesNothing_andTheRecordingSaysWhen() {
    fake.keys.add("a");
    time.outside(store).takes(ofMinutes(10));
    CompletableFuture<String> stage = client.fetch("a").toCompletableFuture();
    time.after(ofMinutes(1), () -> stage.cancel(false));

    time.advanceBy(ofMinutes(20));

    assertThat(stage).isCancelled();
    assertThat(call().took()).isEqualTo(ofMinutes(1));
    assertThat(call().failure()).startsWith("CancellationException");
  }

  @Test
  void systemWaitsForTheStage_inVirtualTime_andNoLongerThanItsTimeOut() throws Exception {
    fake.keys.add("a");
    time.outside(store).takes(ofSeconds(40));
    CompletableFuture<String> stage = client.fetch("a").toCompletableFuture();

    assertThatThrownBy(() -> stage.get(30, SECONDS)).isInstanceOf(TimeoutException.class);
    assertThat(time.elapsed()).isEqualTo(ofSeconds(30));
    assertThat(stage.get(30, SECONDS)).isEqualTo("A");
    assertThat(time.elapsed()).isEqualTo(ofSeconds(40));
  }

  @Test
  void failures_comeThroughTheStage() {
    time.outside(store).method("fetch").failsWith(() -> new IOException("down")).onCall(1);
    time.outside(store)
        .method("fetch")
        .failsAfter(ofSeconds(30), () -> new IOException("slow"))
        .onCall(2);

    hear(client.fetch("a"));
    hear(client.fetch("a"));
    hear(client.fetch("a"));
    time.advanceBy(ofMinutes(1));

    assertThat(heard).containsExactly("down after PT0S", "no a after PT0S", "slow after PT30S");
  }

  @Test
  void returnsAValue_isWhatTheStageCompletesWith() {
    time.outside(store).method("fetch").returns("scripted").takes(ofSeconds(1));

    hear(client.fetch("a"));
    time.advanceBy(ofMinutes(1));

    assertThat(heard).containsExactly("scripted after PT1S");
  }

  @Test
  void neverReturns_theStageStaysOpen() {
    time.outside(store).neverReturns();

    CompletionStage<String> stage = client.fetch("a");
    time.advanceBy(Duration.ofDays(365));

    assertThat(stage.toCompletableFuture()).isNotDone();
    assertThat(call().outcome()).isEqualTo("under way");
  }

  @Test
  void losesAnswer_theStageFails_thoughTheCallArrived() {
    time.outside(store).losesAnswer(() -> new IOException("reset")).takes(ofSeconds(5));
    fake.keys.add("a");

    hear(client.fetch("a"));
    time.advanceBy(ofMinutes(1));

    assertThat(heard).containsExactly("reset after PT5S");
  }

  @Test
  void stubThatCompletesLater_isNotHurried_norIsItEarlierThanTheCallTakes() {
    CompletableFuture<String> answer = new CompletableFuture<>();
    given(store.load("a")).willReturn(answer);
    time.outside(store).takes(ofSeconds(10));
    time.after(ofSeconds(30), () -> answer.complete("late"));

    hear(client.store().load("a"));
    time.advanceBy(ofMinutes(1));

    assertThat(heard).containsExactly("late after PT30S");
  }

  @Test
  void stub_answersAtOnce_unlessItTakesTime() {
    given(store.fetch("a")).willReturn(CompletableFuture.completedFuture("apple"));

    assertThat(client.fetch("a")).isCompletedWithValue("apple");
    assertThat(call().answer()).isEqualTo("\"apple\"");
    assertThatThrownBy(() -> client.fetch("b").toCompletableFuture().join())
        .hasRootCauseMessage("no b");
  }

  private void hear(CompletionStage<String> stage) {
    stage.whenComplete(
        (value, failure) ->
            heard.add(
                (failure == null ? value : failure.getMessage()) + " after " + time.elapsed()));
  }

  private RecordedCall call() {
    return time.recording().calls().get(0);
  }
}
