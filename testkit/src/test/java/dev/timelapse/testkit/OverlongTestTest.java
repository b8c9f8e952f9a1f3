package dev.timelapse.testkit;

import static dev.timelapse.scheduler.Trigger.every;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.timelapse.scheduler.Scheduler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test that took too long: JUnit gives it up, while its own thread still advances time. */
class OverlongTestTest {

  @Test
  void testIsGivenUpWhileItAdvances_advanceEnds_andTheFailureHasItsAccount() throws Exception {
    CompletableFuture<Throwable> told = new CompletableFuture<>();
    GivenUpCase.told = told;

    Throwable failure = Fixtures.failureOf(GivenUpCase.class);

    assertThat(failure).hasMessage("took too long");
    assertThat(failure.getSuppressed())
        .singleElement()
        .isInstanceOf(TimelineAccount.class)
        .asString()
        .contains("busy", "real time    had a part in this run: another one may differ")
        .doesNotContain("fingerprint");
    assertThat(told.get()).hasMessageContaining("interrupted");
  }

  @ExtendWith(TimelapseExtension.class)
  static class GivenUpCase {

    static CompletableFuture<Throwable> told = new CompletableFuture<>();

    @Test
    void isGivenUp(Timeline time, Scheduler scheduler) throws Exception {
      CountDownLatch begun = new CountDownLatch(1);
      scheduler.add("busy", every(ofMillis(1)), begun::countDown);
      scheduler.after(ofDays(30_000), () -> {});
      new Thread(() -> told.complete(catchThrowable(() -> time.advanceBy(ofDays(30_000))))).start();
      begun.await();

      throw new IllegalStateException("took too long");
    }
  }
}
