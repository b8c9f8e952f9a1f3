package dev.timelapse.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timelapse.scheduler.Task;
import dev.timelapse.testkit.choice.Choices;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WaitTest {

  private static final long SECOND = 1_000_000_000L;

  private final Engine engine =
      new Engine(Instant.parse("2026-03-01T00:00:00Z"), Choices.ofSeed(1));
  private final List<String> log = new ArrayList<>();

  @AfterEach
  void stop() {
    assertThat(engine.stop()).isEmpty();
  }

  @Test
  void wokenByAnotherStrand_goesOnAtThatInstant_afterWhatStandsThereAlready() {
    Wait wait = engine.newWait("the parcel");
    at(1, () -> say("woken " + wait.await(10 * SECOND)));
    at(
        2,
        () -> {
          wait.wake();
          say("waker goes on");
        });
    at(2, () -> say("stood there already"));

    advanceTo(3);

    assertThat(log).containsExactly("2 waker goes on", "2 stood there already", "2 woken true");
  }

  @Test
  void deadlineComes_answersThatNobodyWokeIt() {
    Wait wait = engine.newWait("the parcel");
    at(1, () -> say("woken " + wait.await(10 * SECOND)));
    at(11, wait::wake);

    advanceTo(12);

    assertThat(log).containsExactly("10 woken false");
  }

  @Test
  void wokenBefore_doesNotBlock_andADeadlineThatHasComeIsOverAtOnce() {
    Wait woken = engine.newWait("the parcel");
    at(
        1,
        () -> {
          woken.wake();
          say("woken " + woken.await(Elapsed.NEVER));
          say("late " + engine.newWait("the bus").await(SECOND));
        });

    advanceTo(2);

    assertThat(log).containsExactly("1 woken true", "1 late false");
  }

  @Test
  void wokenAtItsDeadline_theFirstOfTheTwoCounts() {
    Wait waker = engine.newWait("the parcel");
    at(2, waker::wake);
    at(1, () -> say("script first " + waker.await(2 * SECOND)));
    Wait late = engine.newWait("the bus");
    at(3, () -> say("deadline first " + late.await(4 * SECOND)));
    engine.script().add("late", 4 * SECOND, 1, 0, late::wake);

    advanceTo(5);

    assertThat(log).containsExactly("2 script first true", "4 deadline first false");
  }

  @Test
  void testWaits_timeMovesUntilItIsWoken() throws Exception {
    Wait wait = engine.newWait("the parcel");
    at(2, wait::wake);
    at(3, () -> say("not yet"));

    assertThat(wait.await(10 * SECOND)).isTrue();
    say("test");

    assertThat(log).containsExactly("2 test");
    assertThat(engine.newWait("the bus").await(4 * SECOND)).isFalse();
    assertThat(log).containsExactly("2 test", "3 not yet");
    assertThat(engine.time().nanoTime()).isEqualTo(4 * SECOND);
  }

  @Test
  void interruptedWhileItWaits_endsAtTheInstantOfTheInterrupt() {
    Wait wait = engine.newWait("the parcel");
    List<Thread> waiter = new ArrayList<>();
    at(
        1,
        () -> {
          waiter.add(Thread.currentThread());
          try {
            wait.await(Elapsed.NEVER);
          } catch (InterruptedException e) {
            say(e.getMessage());
            say("flag " + Thread.currentThread().isInterrupted());
          }
        });
    at(2, () -> waiter.get(0).interrupt());
    at(2, () -> say("stood there already"));

    advanceTo(3);

    assertThat(log)
        .containsExactly(
            "2 stood there already",
            "2 interrupted while waiting for the parcel, at 2026-03-01T00:00:02Z (day 1), in script action \"at 1\"",
            "2 flag false");
  }

  @Test
  void interruptedAfterItWasWoken_isWoken_andStaysInterrupted() {
    Wait wait = engine.newWait("the parcel");
    List<Thread> waiter = new ArrayList<>();
    at(
        1,
        () -> {
          waiter.add(Thread.currentThread());
          boolean woken = wait.await(Elapsed.NEVER);
          say("woken " + woken + ", flag " + Thread.currentThread().isInterrupted());
        });
    at(
        2,
        () -> {
          wait.wake();
          waiter.get(0).interrupt();
        });

    advanceTo(3);

    assertThat(log).containsExactly("2 woken true, flag true");
  }

  @Test
  void interruptedBefore_doesNotWait() {
    at(
        1,
        () -> {
          Thread.currentThread().interrupt();
          try {
            engine.newWait("the parcel").await(Elapsed.NEVER);
          } catch (InterruptedException e) {
            say("interrupted");
          }
        });

    advanceTo(3);

    assertThat(log).containsExactly("1 interrupted");
  }

  @Test
  void testIsInterruptedFromTheScript_itsWaitEndsThere() {
    Thread test = Thread.currentThread();
    at(
        2,
        () -> {
          test.interrupt();
          engine.sleep(0);
          say("script goes on");
        });

    assertThatThrownBy(() -> engine.newWait("the parcel").await(10 * SECOND))
        .isInstanceOf(InterruptedException.class)
        .hasMessageContaining("the parcel");
    assertThat(Thread.interrupted()).isFalse();
    assertThat(engine.time().nanoTime()).isEqualTo(2 * SECOND);
    assertThat(log).containsExactly("2 script goes on");
  }

  @Test
  void otherThreadWakes_betweenTwoAdvances_countsAtOnce() throws Exception {
    Wait wait = engine.newWait("the parcel");
    at(1, () -> say("woken " + wait.await(Elapsed.NEVER)));
    advanceTo(2);

    Thread other = new Thread(wait::wake);
    other.start();
    other.join();

    advanceTo(2);
    assertThat(log).containsExactly("2 woken true");
  }

  @Test
  void otherThreadWakes_inTheMiddleOfAnAdvance_countsAtTheNextEvent() {
    Wait wait = engine.newWait("the parcel");
    at(1, () -> say("woken " + wait.await(Elapsed.NEVER)));
    at(
        2,
        () -> {
          Thread other = new Thread(wait::wake);
          other.start();
          other.join();
        });

    advanceTo(5);

    assertThat(log).containsExactly("2 woken true");
  }

  @Test
  void usedTwice_isRefused() throws Exception {
    Wait wait = engine.newWait("the parcel");
    wait.await(SECOND);

    assertThatIllegalStateException()
        .isThrownBy(() -> wait.await(2 * SECOND))
        .withMessageContaining("the parcel");
  }

  @Test
  void nothingCanEndIt_isADeadlockThatNamesEveryStrand() {
    engine
        .script()
        .add("upload", SECOND, 0, 0, () -> engine.newWait("a free slot").await(Elapsed.NEVER));
    advanceTo(60);

    assertThatThrownBy(() -> engine.newWait("the parcel").await(Elapsed.NEVER))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(
            "deadlock at 2026-03-01T00:01:00Z",
            "the test waits for the parcel",
            "script action \"upload\" waits for a free slot, for PT59S")
        .message()
        .doesNotContain("Baton", "Driving", "LockSupport");
  }

  private void at(int second, Task action) {
    engine.script().add("at " + second, second * SECOND, 0, 0, action);
  }

  private void advanceTo(int second) {
    engine.run(Advance.to(second * SECOND));
  }

  private void say(String text) {
    log.add(Duration.ofNanos(engine.time().nanoTime()).toSeconds() + " " + text);
  }
}
