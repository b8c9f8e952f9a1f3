package dev.timelapse.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.scheduler.Event;
import dev.timelapse.scheduler.Job;
import dev.timelapse.scheduler.Misfire;
import dev.timelapse.scheduler.Retry;
import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same program gives the same recording, however its strands' threads are scheduled by the
 * machine.
 */
class DeterminismTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void randomProgram_runManyTimes_givesOneRecording(long seed) {
    String first = run(seed);

    assertThat(first).contains("\n  2  2026-01-02 ");
    for (int again = 0; again < 4; again++) {
      assertThat(run(seed)).isEqualTo(first);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void sameProgram_advancedInManySmallSteps_givesTheSameRecording(long seed) {
    Program whole = new Program(seed);
    Program steps = new Program(seed);
    SplittableRandom sizes = new SplittableRandom(seed);

    whole.time.advanceBy(Duration.ofHours(30));
    while (steps.time.elapsed().compareTo(Duration.ofHours(30)) < 0) {
      Duration left = Duration.ofHours(30).minus(steps.time.elapsed());
      Duration step = Duration.ofSeconds(sizes.nextInt(2000));
      steps.time.advanceBy(step.compareTo(left) < 0 ? step : left);
    }

    assertThat(steps.page()).isEqualTo(whole.page());
    whole.time.close();
    steps.time.close();
  }

  private static String run(long seed) {
    Program program = new Program(seed);
    program.time.advanceBy(Duration.ofHours(30));
    String page = program.page();
    program.time.close();
    return page;
  }

  /**
   * Schedulers whose tasks sleep, fail, schedule and cancel, all by chance; the chance is that of
   * the seed.
   */
  private static final class Program {

    final Timeline time =
        Timeline.startingAt(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private final SplittableRandom random;
    private final List<Scheduler> schedulers = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    Program(long seed) {
      time.allow(Leftover.PENDING_ONE_SHOTS, Leftover.WAITING_TASKS);
      random = new SplittableRandom(seed);
      for (int i = 0; i < 4; i++) {
        Scheduler scheduler = Scheduler.using(time.timeSource()).build();
        schedulers.add(scheduler);
        for (int j = 0; j < 3; j++) {
          scheduler.add(
              Job.named("job " + i + j)
                  .trigger(Trigger.every(Duration.ofMinutes(5 + random.nextInt(60))))
                  .priority(random.nextInt(3))
                  .onMisfire(random.nextBoolean() ? Misfire.SKIP : Misfire.RUN_ALL)
                  .retry(Retry.exponential(Duration.ofSeconds(30)))
                  .task(this::act));
        }
      }
      time.every(Duration.ofMinutes(45), () -> time.sleep(Duration.ofSeconds(random.nextInt(900))));
    }

    String page() {
      return Long.toHexString(time.recording().fingerprint())
          + "\n"
          + time.recording().lastPage(100_000);
    }

    private void act() {
      switch (random.nextInt(6)) {
        case 0 -> time.sleep(Duration.ofSeconds(random.nextInt(900)));
        case 1 -> throw new IllegalStateException("by chance");
        case 2 ->
            events.add(
                schedulers
                    .get(random.nextInt(schedulers.size()))
                    .after(
                        Duration.ofSeconds(random.nextInt(600)),
                        random.nextInt(3),
                        () -> time.sleep(Duration.ofSeconds(random.nextInt(60)))));
        case 3 -> {
          if (!events.isEmpty()) {
            time.note("cancelled: " + events.remove(random.nextInt(events.size())).cancel());
          }
        }
        case 4 -> {
          time.sleep(Duration.ofSeconds(1));
          time.sleep(Duration.ofSeconds(2));
        }
        default -> time.note("draw " + random.nextInt(1000));
      }
    }
  }
}
