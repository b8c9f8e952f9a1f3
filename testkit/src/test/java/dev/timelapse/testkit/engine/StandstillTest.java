package dev.timelapse.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timelapse.testkit.choice.Choices;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Automatic time that does not move: what is said of it, and to whom. */
class StandstillTest {

  private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();

  private final Engine engine =
      new Engine(Instant.parse("2026-03-01T00:00:00Z"), Choices.ofSeed(1));

  @AfterEach
  void stop() {
    engine.stop();
  }

  @Test
  void nothingIsDueAndTestWaitsOnTheTimeline_itsWaitFailsWithTheReport() {
    engine.automaticTime().reportAfter(3);
    engine.plainStrands().start("client", () -> engine.newWait("an answer").await(Elapsed.NEVER));
    engine.automaticTime().on(false);

    assertThatThrownBy(() -> engine.newWait("the end").await(Elapsed.NEVER))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(
            "deadlock at 2026-03-01T00:00:00Z",
            "strand \"client\" waits for an answer",
            "thread \"" + Thread.currentThread().getName() + "\" is");
  }

  @Test
  void nobodyWaits_nothingIsReported() {
    assertThat(engine.automaticTime().reportStandstill()).isNull();
  }

  @Test
  void timeIsHeld_reportNamesTheHolder_andFailsNobody() throws Exception {
    engine.script().add("beat", MINUTE_NANOS, 0, MINUTE_NANOS, () -> {});
    Held held = engine.holds().take("look around");
    Thread waits = waitsForAnHour();

    assertThat(Standstill.automatic(engine, engine.automaticTime().guests(), false))
        .hasMessageContainingAll("standstill at", "it is held", "\"look around\"", "waits");
    assertThat(engine.automaticTime().reportStandstill()).isNull();
    held.release();
    waits.join();
  }

  @Test
  void strandIsBlockedForReal_reportTellsWhereAndWhatToDo() throws Exception {
    CountDownLatch open = new CountDownLatch(1);
    engine.script().add("beat", MINUTE_NANOS, 0, MINUTE_NANOS, () -> {});
    engine
        .plainStrands()
        .start(
            "blocked",
            () -> {
              open.await();
              return "";
            });
    Thread waits = waitsForAnHour();
    while (!isAnyAway()) {
      Thread.onSpinWait();
    }

    assertThat(Standstill.automatic(engine, engine.automaticTime().guests(), false))
        .hasMessageContainingAll(
            "blocked for real", "automaticWhileBlocked()", "strand \"blocked\"", "CountDownLatch");
    open.countDown();
    waits.join();
  }

  private boolean isAnyAway() {
    engine.gate.lock();
    try {
      return engine.relay.anyAway();
    } finally {
      engine.gate.unlock();
    }
  }

  /** Starts automatic time and a thread that waits on it. */
  private Thread waitsForAnHour() {
    engine.automaticTime().on(false);
    Thread waits = new Thread(() -> engine.sleep(Duration.ofHours(1).toNanos()), "waits");
    waits.start();
    while (engine.automaticTime().guestsWaiting() == 0) {
      Thread.onSpinWait();
    }
    return waits;
  }
}
