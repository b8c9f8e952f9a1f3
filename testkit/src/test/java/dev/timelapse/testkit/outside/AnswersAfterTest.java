package dev.timelapse.testkit.outside;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.Timeline;
import dev.timelapse.testkit.recording.RecordedCall;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** Calls that are answered at once, while the answer takes its time to come back. */
class AnswersAfterTest {

  private final Timeline time =
      Timeline.startingAt(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
  private final Scheduler scheduler = Scheduler.using(time.timeSource()).build();
  private final MapStore fake = new MapStore();
  private final Store store = time.outside(Store.class, fake);
  private final Client client = new Client(store);
  private final List<String> heard = new ArrayList<>();

  @AfterEach
  void end() {
    time.close();
  }

  @Test
  void call_isDoneAtOnce_theCallerKnowsItLater() {
    time.outside(store).answersAfter(ofMinutes(5));
    scheduler.after(
        ofMinutes(1),
        () -> {
          client.write("a");
          heard.add("written after " + time.elapsed());
        });

    time.advanceBy(ofMinutes(1));
    assertThat(fake.keys).containsExactly("a");
    assertThat(heard).isEmpty();
    time.advanceBy(ofMinutes(5));

    assertThat(heard).containsExactly("written after PT6M");
    assertThat(time.recording().calls())
        .extracting(RecordedCall::outcome)
        .containsExactly("ok, took 5 min");
  }

  @Test
  void failureOfTheFake_comesLateToo() {
    time.outside(store).answersAfter(ofSeconds(30));

    assertThatThrownBy(() -> client.read("a")).isInstanceOf(IOException.class);

    assertThat(time.elapsed()).isEqualTo(ofSeconds(30));
    assertThat(time.recording().calls())
        .extracting(RecordedCall::outcome)
        .containsExactly("failed: IOException: no a, took 30 s");
  }

  @Test
  void stub_isReadWhenTheCallIsMade() throws Exception {
    time.outside(store).answersAfter(ofMinutes(5));
    Mockito.doReturn("before").when(store).get("a");
    Future<String> answer = time.strand("reader", () -> client.read("a"));
    time.after(ofMinutes(1), () -> Mockito.doReturn("after").when(store).get("b"));

    time.advanceBy(ofMinutes(5));

    assertThat(answer.get()).isEqualTo("before");
    assertThat(client.read("b")).isEqualTo("after");
  }

  @Test
  void callerCrashesMeanwhile_theFakeKeepsWhatWasDone() throws Exception {
    time.outside(store).answersAfter(ofMinutes(5));
    scheduler.after(ofMinutes(1), () -> client.write("a"));
    scheduler.after(ofMinutes(1), () -> client.write("b"));
    time.after(ofMinutes(3), () -> time.crash(scheduler));

    time.advanceBy(ofMinutes(10));

    assertThat(fake.keys).containsExactly("a");
    assertThat(time.recording().calls())
        .extracting(RecordedCall::outcome)
        .containsExactly("under way");
  }

  @Test
  void losesAnswer_afterTheTimeOfTheAnswer() {
    time.outside(store)
        .answersAfter(ofSeconds(30))
        .losesAnswer(() -> new IllegalStateException("reset"));

    assertThatThrownBy(() -> client.write("a")).hasMessage("reset");

    assertThat(fake.keys).containsExactly("a");
    assertThat(time.elapsed()).isEqualTo(ofSeconds(30));
  }

  @Test
  void stage_completesAfterTheTime() {
    fake.keys.add("a");
    time.outside(store).answersAfter(ofSeconds(30));
    scheduler.after(ofSeconds(1), () -> client.fetch("a").thenAccept(heard::add));

    time.advanceBy(ofSeconds(30));
    assertThat(heard).isEmpty();
    time.advanceBy(ofSeconds(1));
    assertThat(heard).containsExactly("A");
  }
}
