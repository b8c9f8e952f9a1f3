package dev.timelapse.testkit;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HoldTest {

  private final Timeline time =
      Timeline.startingAt(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
  private final List<String> log = new ArrayList<>();

  @AfterEach
  void close() {
    time.allow(Leftover.PENDING_ONE_SHOTS, Leftover.WAITING_TASKS);
    time.close();
  }

  @Test
  void testHoldsTimeAndAdvances_isToldItsOwnReasonAndWhere() {
    try (Hold hold = time.hold("the restore is checked by hand")) {
      assertThat(hold).asString().contains("the restore is checked by hand");
      assertThatIllegalStateException()
          .isThrownBy(() -> time.advanceBy(ofSeconds(1)))
          .withMessageContainingAll(
              "time is held at 2026-03-01T00:00:00Z",
              "\"the restore is checked by hand\"",
              "thread \"" + Thread.currentThread().getName() + "\"",
              "HoldTest.java");
      assertThat(time.engine().holds().list()).hasSize(1);
    }

    time.advanceBy(ofSeconds(1));
    assertThat(time.elapsed()).isEqualTo(ofSeconds(1));
    assertThat(time.engine().holds().list()).isEmpty();
  }

  @Test
  void timeIsHeld_whatIsDueNowStillRuns() {
    time.after(ZERO, () -> log.add("now"));

    try (Hold hold = time.hold("look around")) {
      assertThat(time.runCurrent()).isEqualTo(1);
      assertThat(hold).asString().isNotEmpty();
    }

    assertThat(log).containsExactly("now");
  }

  @Test
  void jobHoldsTimeForRealWorkOfAnotherThread_timeWaitsForIt() {
    CountDownLatch go = new CountDownLatch(1);
    time.after(
        ofSeconds(1),
        () -> {
          Hold hold = time.hold("upload");
          Thread upload =
              new Thread(
                  () -> {
                    try {
                      go.await();
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                    log.add("uploaded at " + time.elapsed());
                    hold.close();
                  });
          upload.start();
        });
    time.after(ofSeconds(1), go::countDown);
    time.after(ofSeconds(2), () -> log.add("virtual time-out at " + time.elapsed()));

    time.advanceBy(ofSeconds(5));

    assertThat(log).containsExactly("uploaded at PT1S", "virtual time-out at PT2S");
  }

  @Test
  void holdIsClosedTwice_secondTimeDoesNothing() {
    Hold one = time.hold("one");
    Hold other = time.hold("other");
    one.close();
    one.close();

    assertThatThrownBy(() -> time.advanceBy(ofSeconds(1)))
        .hasMessageContaining("\"other\"")
        .message()
        .doesNotContain("\"one\"");
    other.close();
    time.advanceBy(ofSeconds(1));
  }
}
