package dev.timelapse.testkit;

import static dev.timelapse.scheduler.Trigger.every;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.recording.RecordedCall;
import dev.timelapse.testkit.recording.RecordedLife;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class CrashTest {

  /** What is outside, and keeps what it was told. */
  interface Disk {

    void write(String line);

    void unlock();
  }

  private final Timeline time =
      Timeline.startingAt(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
  private final Scheduler scheduler = Scheduler.using(time.timeSource()).build();
  private final Disk disk = time.outside(Disk.class);
  private final List<String> heard = new ArrayList<>();

  @Test
  void crashedScheduler_runsNothingAnyMore() {
    scheduler.add("beat", every(ofMinutes(1)), () -> heard.add("beat"));
    scheduler.after(ofHours(1), () -> heard.add("one-shot"));
    time.after(ofMinutes(3), () -> time.crash(scheduler));

    time.advanceBy(ofHours(2));

    assertThat(heard).containsExactly("beat", "beat");
    assertThat(time.pending()).isEmpty();
    assertThatIllegalStateException()
        .isThrownBy(() -> scheduler.after(ofHours(1), () -> {}))
        .withMessageContaining("closed");
    time.close();
  }

  @Test
  void taskThatWaits_isUnwoundAtOnce_andItsCallsAreRefused() {
    time.outside(disk).method("write").takes(ofMinutes(10));
    scheduler.after(
        ofMinutes(1),
        () -> {
          try {
            disk.write("a");
            heard.add("written");
          } finally {
            heard.add("finally after " + time.elapsed());
            disk.unlock();
            heard.add("unlocked");
          }
        });
    time.after(ofMinutes(3), () -> time.crash(scheduler));
    time.after(ofMinutes(3), () -> heard.add("script goes on"));

    time.advanceBy(ofHours(1));

    assertThat(heard).containsExactly("finally after PT3M", "script goes on");
    verify(disk, never()).unlock();
    verify(disk).write("a");
    assertThat(time.recording().callsTo("disk"))
        .extracting(RecordedCall::outcome)
        .containsExactly("under way");
    time.close();
  }

  @Test
  void taskThatCatchesEverything_getsNoFurther() {
    scheduler.after(
        ofMinutes(1),
        () -> {
          for (int i = 0; i < 3; i++) {
            try {
              time.sleep(ofHours(1));
              heard.add("slept");
            } catch (Throwable e) {
              heard.add(e.getClass().getSimpleName());
            }
          }
          time.after(ofSeconds(1), () -> heard.add("scheduled from the dead"));
        });
    time.after(ofMinutes(3), () -> time.crash(scheduler));

    time.advanceBy(ofHours(12));

    assertThat(heard).containsExactly("StrandStopped", "StrandStopped", "StrandStopped");
    time.close();
  }

  @Test
  void taskCrashesItself_endsRightThere_andTimeGoesOn() {
    scheduler.after(
        ofMinutes(1),
        () -> {
          heard.add("before");
          time.crash(scheduler);
          heard.add("after");
        });
    time.after(ofMinutes(2), () -> heard.add("script"));

    time.advanceBy(ofHours(1));

    assertThat(heard).containsExactly("before", "script");
    time.close();
  }

  @Test
  void testItself_canCrash_betweenTwoAdvances() {
    scheduler.after(ofMinutes(1), () -> time.sleep(ofHours(1)));
    time.advanceBy(ofMinutes(2));

    time.crash(scheduler);
    time.advanceBy(ofHours(2));

    assertThat(time.isIdle()).isTrue();
    time.close();
  }

  @Test
  void interruptedThreadCrashes_tasksAreUnwoundAllTheSame_andItStaysInterrupted() {
    for (int i = 0; i < 50; i++) {
      VirtualExecutor executor = time.executor();
      executor.execute(() -> time.sleep(ofHours(1)));
      time.runCurrent();
      Thread.currentThread().interrupt();

      time.crash(executor);

      assertThat(Thread.interrupted()).isTrue();
    }
    time.close();
  }

  @Test
  void crashedExecutor_losesItsTasks_andTheirFuturesAreNeverDone() {
    VirtualExecutor executor = time.executor(2);
    Future<?> running = executor.submit(() -> time.sleep(ofHours(1)));
    Future<?> alsoRunning = executor.submit(() -> time.sleep(ofHours(2)));
    Future<?> queued = executor.submit(() -> heard.add("queued"));
    time.after(ofMinutes(1), () -> time.crash(scheduler, executor));

    time.advanceBy(ofHours(3));

    assertThat(heard).isEmpty();
    assertThat(running.isDone() || alsoRunning.isDone() || queued.isDone()).isFalse();
    assertThat(executor.isTerminated()).isTrue();
    time.close();
  }

  @Test
  void restart_buildsAnew_onTheSameLane_andBothAreRecorded() throws Exception {
    scheduler.after(ofMinutes(1), () -> heard.add("first"));
    time.advanceBy(ofMinutes(2));
    time.crash(scheduler);
    time.advanceBy(ofMinutes(8));

    Scheduler second = time.restart(() -> Scheduler.using(time.timeSource()).build());
    second.after(ofMinutes(1), () -> heard.add("second"));
    time.advanceBy(ofMinutes(2));

    assertThat(heard).containsExactly("first", "second");
    assertThat(time.recording().firings())
        .extracting(firing -> firing.lane())
        .containsOnly("scheduler");
    assertThat(time.recording().entries())
        .filteredOn(RecordedLife.class::isInstance)
        .extracting(entry -> entry.elapsed() + " " + entry.lane() + " " + entry.what())
        .containsExactly("PT2M scheduler crashes", "PT10M scheduler is restarted");
    time.close();
  }

  @Test
  void nonsense_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> time.crash("daemon"))
        .withMessageContaining("daemon does not run on this timeline");
    assertThatIllegalStateException()
        .isThrownBy(() -> time.restart(() -> "x"))
        .withMessageContaining("nothing has crashed");
    time.crash(scheduler);
    assertThatIllegalArgumentException().isThrownBy(() -> time.crash(scheduler));
    time.close();
  }
}
