package dev.timelapse.scheduler;

import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A scheduler that blocks its thread while nobody calls it, on clocks that stand still but for one
 * step: it has to look at the wall clock by itself, or it would wait for a day.
 */
@Timeout(60)
class IdleClockStepTest {

  private final SimulatedTime time = new SimulatedTime();
  private final Diary diary = new Diary(time);
  private final Scheduler scheduler = Scheduler.using(time).listener(diary).build();

  @ParameterizedTest
  @ValueSource(strings = {"PT24H", "PT87600H"})
  void stepForward_whileTheLoopSleeps_isNoticedAndFollowed(Duration step) throws Exception {
    scheduler.at(SimulatedTime.START.plus(ofDays(1)), scheduler::close);
    Thread driver = startAndAwaitItsSleep();

    time.stepWallClock(step);
    driver.join();

    assertThat(diary.entries)
        .containsExactly("stepped " + step, "started one-shot", "succeeded one-shot");
  }

  @Test
  void stepBack_whileTheLoopSleeps_isNoticedAndFollowed() throws Exception {
    ScheduledJob job =
        scheduler.add("job", (CalendarTrigger) after -> after.plus(ofDays(1)), () -> {});
    scheduler.addListener(
        new SchedulerListener() {
          @Override
          public void clockStepped(Duration by) {
            scheduler.close();
          }
        });
    Thread driver = startAndAwaitItsSleep();

    time.stepWallClock(ofDays(-3650));
    driver.join();

    assertThat(diary.entries).containsExactly("stepped PT-87600H");
    assertThat(job.due()).isEqualTo(SimulatedTime.START.minus(ofDays(3649)));
  }

  private Thread startAndAwaitItsSleep() {
    FutureTask<Void> run =
        new FutureTask<>(
            () -> {
              scheduler.run();
              return null;
            });
    Thread driver = new Thread(run, "driver");
    driver.start();
    while (driver.getState() != Thread.State.TIMED_WAITING) {
      assertThat(run).isNotDone();
      Thread.onSpinWait();
    }
    return driver;
  }
}
