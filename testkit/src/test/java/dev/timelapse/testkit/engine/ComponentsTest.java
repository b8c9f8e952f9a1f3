package dev.timelapse.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.testkit.choice.Choices;
import dev.timelapse.testkit.executor.WorkerPool;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComponentsTest {

  private static final long HOUR_NANOS = Duration.ofHours(1).toNanos();

  private final Engine engine =
      new Engine(Instant.parse("2026-03-01T00:00:00Z"), Choices.ofSeed(1));

  @Test
  void testCrashesWhatWaits_otherThreadsStayOutUntilThatIsUnwound() throws Exception {
    WorkerPool pool = new WorkerPool(engine, "executor", 1);
    Thread other = new Thread(() -> engine.run(Advance.to(HOUR_NANOS)));
    List<Long> unwoundAt = new ArrayList<>();
    pool.execute(
        () -> {
          try {
            engine.sleep(2 * HOUR_NANOS);
          } finally {
            other.start();
            while (!engine.gate.isAwaitedBy(other) && engine.time().nanoTime() == 0) {
              Thread.onSpinWait();
            }
            unwoundAt.add(engine.time().nanoTime());
          }
        });
    engine.run(Advance.to(0));

    engine.components().crash(List.of(pool));

    assertThat(unwoundAt).containsExactly(0L);
    other.join();
    assertThat(engine.time().nanoTime()).isEqualTo(HOUR_NANOS);
    assertThat(engine.stop()).isEmpty();
  }
}
