package dev.timelapse.scheduler;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTest {

  private final SimulatedTime time = new SimulatedTime();
  private final Diary diary = new Diary(time);
  private final Scheduler scheduler = Scheduler.using(time).listener(diary).build();

  static List<Throwable> failures() {
    return List.of(
        new IOException("disk full"),
        new IllegalStateException("disk full"),
        new StackOverflowError("disk full"),
        new OutOfMemoryError("disk full"),
        new AssertionError("disk full"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void jobThatThrows_eachTime_isReportedAndGoesOn(Throwable failure) {
    scheduler.add("job", Trigger.every(ofSeconds(1)), () -> sneak(failure));
    scheduler.after(ofSeconds(1), () -> {});

    time.drive(scheduler, ofSeconds(2));

    assertThat(diary.entries)
        .containsExactly(
            "started job",
            "failed job: disk full",
            "started one-shot",
            "succeeded one-shot",
            "started job",
            "failed job: disk full");
  }

  @Test
  void failureThatFails_whenAskedWhatItIs_isReportedByItsClassAndGoesOn() {
    RuntimeException hostile =
        new RuntimeException() {
          @Override
          public String getMessage() {
            throw new IllegalStateException("no message");
          }

          @Override
          public String toString() {
            throw new IllegalStateException("no text");
          }
        };
    Scheduler quiet = Scheduler.using(time).build();
    ScheduledJob job =
        quiet.add(
            Job.named("job")
                .trigger(Trigger.every(ofSeconds(10)))
                .retry(Retry.fixed(ofSeconds(1)).attempts(2))
                .task(() -> sneak(hostile)));
    quiet.addListener(
        new SchedulerListener() {
          @Override
          public void failed(Firing firing, Throwable cause) {
            throw hostile;
          }
        });

    time.drive(quiet, ofSeconds(21));

    assertThat(job.status().runs()).isEqualTo(4);
    assertThat(job.status().lastFailure())
        .isEqualTo(hostile.getClass().getName() + " (whose toString failed)");
  }

  @Test
  void interruptedException_thrown_goesOnAndLeavesTheThreadInterrupted() {
    scheduler.add(
        "job",
        Trigger.every(ofSeconds(1)),
        () -> {
          throw new InterruptedException("woken");
        });
    List<Boolean> inListener = new ArrayList<>();
    scheduler.addListener(
        new SchedulerListener() {
          @Override
          public void failed(Firing firing, Throwable cause) {
            inListener.add(Thread.currentThread().isInterrupted());
          }
        });

    time.drive(scheduler, ofSeconds(1));
    boolean interrupted = Thread.interrupted();
    time.drive(scheduler, ofSeconds(1));
    Thread.interrupted();

    assertThat(interrupted).isTrue();
    assertThat(inListener).containsExactly(false, false);
    assertThat(diary.entries)
        .containsExactly("started job", "failed job: woken", "started job", "failed job: woken");
  }

  @Test
  void oneShotThatThrows_driven_isGone() {
    Event event = scheduler.after(ZERO, () -> sneak(new IOException("disk full")));

    scheduler.runDue();

    assertThat(event.isPending()).isFalse();
    assertThat(scheduler.isIdle()).isTrue();
    assertThat(diary.entries).containsExactly("started one-shot", "failed one-shot: disk full");
  }

  @Test
  void listenerThatThrows_anything_disturbsNobody() {
    scheduler.removeListener(diary);
    for (Throwable failure : failures()) {
      scheduler.addListener(new Saboteur(failure));
    }
    scheduler.addListener(diary);
    scheduler.add(
        Job.named("job")
            .trigger(Trigger.every(ofSeconds(10)))
            .retry(Retry.fixed(ofSeconds(1)).attempts(2))
            .task(() -> sneak(new IOException("no"))));
    scheduler.after(ofSeconds(1), () -> time.pass(ofSeconds(30)));

    time.drive(scheduler, ofSeconds(34));

    assertThat(diary.entries)
        .containsExactly(
            "started one-shot",
            "succeeded one-shot",
            "missed 2 of job",
            "started job",
            "failed job: no",
            "retrying job in PT1S",
            "started job attempt 2",
            "failed job attempt 2: no",
            "gave up job attempt 2: no");
  }

  @Test
  void listenerRemoved_fromThenOn_isToldNothing() {
    scheduler.after(ZERO, () -> scheduler.removeListener(diary));

    scheduler.runDue();

    assertThat(diary.entries).containsExactly("started one-shot");
  }

  @Test
  void firing_asListenersSeeIt_tellsDueTimeLatenessAndDuration() {
    List<String> seen = new ArrayList<>();
    List<Firing> kept = new ArrayList<>();
    scheduler.addListener(
        new SchedulerListener() {
          @Override
          public void started(Firing firing) {
            seen.add(firing.due() + " late " + firing.latenessNanos());
            kept.add(firing);
          }

          @Override
          public void succeeded(Firing firing) {
            seen.add(firing.event().name() + " took " + firing.durationNanos());
          }
        });
    scheduler.after(ofSeconds(1), () -> time.pass(ofSeconds(3)));
    scheduler.at(Instant.parse("2026-03-27T00:00:02Z"), () -> {});

    time.drive(scheduler, ofSeconds(10));

    assertThat(seen)
        .containsExactly(
            "2026-03-27T00:00:01Z late 0",
            "one-shot took 3000000000",
            "2026-03-27T00:00:02Z late 2000000000",
            "one-shot took 0");
    assertThatThrownBy(kept.get(0)::event)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("only during a listener's call");
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void sneak(Throwable failure) throws T {
    throw (T) failure;
  }

  private record Saboteur(Throwable failure) implements SchedulerListener {

    @Override
    public void started(Firing firing) {
      sneak(failure);
    }

    @Override
    public void succeeded(Firing firing) {
      sneak(failure);
    }

    @Override
    public void failed(Firing firing, Throwable cause) {
      sneak(failure);
    }

    @Override
    public void retrying(Firing firing, Duration delay) {
      sneak(failure);
    }

    @Override
    public void gaveUp(Firing firing, Throwable cause) {
      sneak(failure);
    }

    @Override
    public void missed(Firing firing) {
      sneak(failure);
    }
  }
}
