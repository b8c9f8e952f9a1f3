package dev.timelapse.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.testkit.choice.Choices;
import java.time.Instant;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuestsTest {

  private final Engine engine =
      new Engine(Instant.parse("2026-03-01T00:00:00Z"), Choices.ofSeed(1));

  @AfterEach
  void stop() {
    engine.stop();
  }

  @Test
  void threadIsWokenAndThenInterrupted_itsWaitIsOver_andItStaysInterrupted() throws Exception {
    Wait wait = engine.newWait("the parcel");
    FutureTask<String> told =
        new FutureTask<>(
            () -> "woken " + wait.await(Elapsed.NEVER) + ", interrupted " + Thread.interrupted());
    Thread guest = new Thread(told);
    engine.automaticTime().on(false);
    guest.start();
    while (engine.automaticTime().guestsWaiting() == 0) {
      Thread.onSpinWait();
    }

    engine.gate.lock();
    try {
      wait.wake();
      guest.interrupt();
    } finally {
      engine.gate.unlock();
    }

    assertThat(told.get()).isEqualTo("woken true, interrupted true");
  }
}
