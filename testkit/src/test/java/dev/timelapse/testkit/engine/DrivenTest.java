package dev.timelapse.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.scheduler.PendingEvent;
import dev.timelapse.testkit.choice.Choices;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Something other than a scheduler on the timeline: a queue with two workers. */
class DrivenTest {

  private static final long SECOND = 1_000_000_000L;

  private final Engine engine =
      new Engine(Instant.parse("2026-03-01T00:00:00Z"), Choices.ofSeed(1));
  private final List<String> log = new ArrayList<>();
  private final Counter counter = new Counter();

  @AfterEach
  void stop() {
    assertThat(engine.stop()).isEmpty();
  }

  @Test
  void threeTasksTwoWorkers_twoWaitAtOnce_theThirdStartsWhenOneIsFree() {
    engine.components().adopt(counter);
    counter.add("a", 10);
    counter.add("b", 7);
    counter.add("c", 1);

    assertThat(engine.run(Advance.to(5 * SECOND))).isZero();
    assertThat(engine.outlook().isIdle()).isFalse();
    assertThat(engine.run(Advance.to(60 * SECOND))).isEqualTo(3);

    assertThat(log)
        .containsExactly(
            "0 a starts", "0 b starts", "7 b ends", "7 c starts", "8 c ends", "10 a ends");
    assertThat(engine.outlook().isIdle()).isTrue();
  }

  @Test
  void keysOfOneInstant_standInOneOrderWithTheScript() {
    engine.components().adopt(counter);
    engine.script().add("first", 0, 0, 0, () -> say("script 1"));
    counter.add("a", 0);
    engine.script().add("last", 0, 0, 0, () -> say("script 2"));

    engine.run(Advance.to(0));

    assertThat(log).containsExactly("0 script 1", "0 a starts", "0 a ends", "0 script 2");
  }

  @Test
  void crashed_runsNoMore() {
    engine.components().adopt(counter);
    counter.add("a", 0);

    engine.components().crash(List.of(counter));
    engine.run(Advance.to(SECOND));

    assertThat(log).isEmpty();
  }

  private void say(String text) {
    log.add(Duration.ofNanos(engine.time().nanoTime()).toSeconds() + " " + text);
  }

  /** Two workers who serve one queue. */
  private final class Counter implements Driven {

    private final Deque<Customer> queue = new ArrayDeque<>();
    private int busy;

    void add(String name, int seconds) {
      engine.enter("queue");
      queue.add(
          new Customer(name, seconds, engine.time().nanoTime(), engine.time().nextSequence()));
      engine.leave();
    }

    @Override
    public long nextDue() {
      return busy == 2 || queue.isEmpty() ? Elapsed.NEVER : queue.getFirst().due;
    }

    @Override
    public int nextPriority() {
      return 0;
    }

    @Override
    public long nextSequence() {
      return queue.getFirst().sequence;
    }

    @Override
    public boolean runNext() {
      Customer customer = queue.removeFirst();
      busy++;
      say(customer.name + " starts");
      engine.sleep(customer.seconds * SECOND);
      say(customer.name + " ends");
      busy--;
      return true;
    }

    @Override
    public boolean hasForeground() {
      return busy > 0 || !queue.isEmpty();
    }

    @Override
    public List<PendingEvent> pending() {
      return List.of();
    }

    @Override
    public boolean isClosed() {
      return false;
    }
  }

  private record Customer(String name, int seconds, long due, long sequence) {}
}
