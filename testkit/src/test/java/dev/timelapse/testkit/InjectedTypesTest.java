package dev.timelapse.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.TimeSource;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every type that can be injected, at every place, of one timeline; and one's own annotation. */
class InjectedTypesTest {

  @Test
  void everyType_inConstructorFieldAndParameter_isTheSame() {
    Fixtures.succeeds(EverywhereCase.class, 1);
  }

  /** An annotation of one's own, which brings the extension and the settings. */
  @Retention(RetentionPolicy.RUNTIME)
  @ExtendWith(TimelapseExtension.class)
  @Timelapse(start = "2033-03-03", zone = "Asia/Tokyo")
  @interface InTokyo {}

  @InTokyo
  static class EverywhereCase {

    private final List<Object> constructed;
    private List<Object> prepared = List.of();
    private Timeline time;
    private Scheduler scheduler;
    private TimeSource source;
    private Clock clock;
    private InstantSource instants;
    private ScheduledExecutorService scheduledExecutor;
    private ExecutorService executorService;
    private Executor executor;

    EverywhereCase(
        Timeline time,
        Scheduler scheduler,
        TimeSource source,
        Clock clock,
        InstantSource instants,
        ScheduledExecutorService scheduledExecutor,
        ExecutorService executorService,
        Executor executor) {
      constructed =
          List.of(
              time,
              scheduler,
              source,
              clock,
              instants,
              scheduledExecutor,
              executorService,
              executor);
    }

    @BeforeEach
    void prepare(
        Timeline time,
        Scheduler scheduler,
        TimeSource source,
        Clock clock,
        InstantSource instants,
        ScheduledExecutorService scheduledExecutor,
        ExecutorService executorService,
        Executor executor) {
      prepared =
          List.of(
              time,
              scheduler,
              source,
              clock,
              instants,
              scheduledExecutor,
              executorService,
              executor);
    }

    @Test
    void allAreOfOneTimeline() {
      assertThat(
              List.of(
                  time,
                  scheduler,
                  source,
                  clock,
                  instants,
                  scheduledExecutor,
                  executorService,
                  executor))
          .isEqualTo(prepared)
          .isEqualTo(constructed);
      assertThat(source).isSameAs(time.timeSource());
      assertThat(clock).isEqualTo(instants).isEqualTo(time.clock());
      assertThat(clock.getZone()).hasToString("Asia/Tokyo");
      assertThat(time.now()).isEqualTo("2033-03-02T15:00:00Z");
      assertThat(executor).isSameAs(executorService).isSameAs(scheduledExecutor);
    }
  }
}
