package dev.timelapse.testkit;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.timelapse.scheduler.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Threads of a test, of the timeline, and of neither. */
class TimelineThreadsTest {

  private final Timeline time =
      Timeline.startingAt(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
  private final Scheduler scheduler = Scheduler.using(time.timeSource()).build();
  private final List<String> log = new ArrayList<>();

  @AfterEach
  void close() {
    time.close();
  }

  @Test
  void taskIsInterrupted_theNextTaskNoticesNothing() {
    scheduler.after(
        ofSeconds(1),
        () -> {
          throw new InterruptedException("woken");
        });
    scheduler.after(
        ofSeconds(2), () -> say("interrupted: " + Thread.currentThread().isInterrupted()));

    time.advanceBy(ofSeconds(2));

    assertThat(log).containsExactly("PT2S interrupted: false");
  }

  @Test
  void testThreadInterruptedWhileTaskBlocksForReal_advanceEndsWithAnError() throws Exception {
    CountDownLatch blocked = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    scheduler.after(
        ofSeconds(1),
        () -> {
          blocked.countDown();
          never.await();
        });
    AtomicReference<Throwable> caught = new AtomicReference<>();
    Thread test =
        new Thread(
            () -> {
              try {
                time.advanceBy(ofHours(1));
              } catch (Throwable e) {
                caught.set(e);
              }
            });
    test.start();
    blocked.await();

    test.interrupt();
    test.join();

    assertThat(caught.get())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("interrupted")
        .hasMessageContaining("2026-03-01T00:00:01Z");
  }

  @Test
  void otherThreadAdvancesMeanwhile_isRefused() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    scheduler.after(
        ofSeconds(1),
        () -> {
          running.countDown();
          go.await();
        });
    Thread test = new Thread(() -> time.advanceBy(ofHours(1)));
    test.start();
    running.await();

    assertThatIllegalStateException()
        .isThrownBy(() -> time.advanceBy(ofHours(1)))
        .withMessageContaining("another thread");
    go.countDown();
    test.join();
    assertThat(time.elapsed()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void threadOfItsOwnTouchesScriptOrMockWhileTimeIsAdvanced_isToldWhatToDo() {
    Runnable mock = time.mockOutside(Runnable.class, "pager");
    List<Throwable> caught = new ArrayList<>();
    scheduler.after(
        ofSeconds(1),
        () -> {
          Thread foreign =
              new Thread(
                  () -> {
                    caught.add(catchThrowable(() -> time.after(ofSeconds(1), () -> {})));
                    caught.add(catchThrowable(mock::run));
                    caught.add(catchThrowable(() -> time.wallClock().stepBy(ofSeconds(1))));
                    caught.add(catchThrowable(() -> time.sleep(ofSeconds(1))));
                    scheduler.after(ofSeconds(1), () -> say("scheduled by a foreign thread"));
                  },
                  "pool-1");
          foreign.start();
          foreign.join();
        });

    time.advanceBy(ofHours(1));

    assertThat(caught)
        .hasSize(4)
        .allSatisfy(
            error ->
                assertThat(error)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContainingAll("thread", "advanc"));
    assertThat(caught.get(0)).hasMessageContaining("\"pool-1\"");
    assertThat(log).containsExactly("PT2S scheduled by a foreign thread");
  }

  private void say(String text) {
    log.add(time.elapsed() + " " + text);
  }
}
