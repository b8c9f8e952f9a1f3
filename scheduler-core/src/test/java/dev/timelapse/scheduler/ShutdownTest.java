package dev.timelapse.scheduler;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real threads, on the machine's clock; nothing here waits for time to pass. */
@Timeout(60)
class ShutdownTest {

  private final Scheduler scheduler = Scheduler.using(TimeSource.system()).build();
  private final List<String> entries = Collections.synchronizedList(new ArrayList<>());

  @Test
  void closeWithALimit_whileATaskRuns_waitsForItAndAnswersWhatIsLeft() throws Exception {
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch closing = new CountDownLatch(1);
    scheduler.after(
        ZERO,
        () -> {
          began.countDown();
          closing.await();
          entries.add("ended");
        });
    scheduler.add(Job.named("left").trigger(Trigger.every(ofHours(1))).priority(3).task(() -> {}));
    FutureTask<Boolean> run = start(this::runToItsEnd);
    began.await();

    FutureTask<List<PendingEvent>> close =
        start(
            () -> {
              List<PendingEvent> left = scheduler.close(ofDays(1));
              entries.add("closed");
              return left;
            });
    awaitClosed();
    closing.countDown();

    assertThat(close.get())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.name()).isEqualTo("left");
              assertThat(event.priority()).isEqualTo(3);
            });
    assertThat(run.get()).isFalse();
    assertThat(entries).containsExactly("ended", "closed");
  }

  @Test
  void closeWithALimit_thatATaskExceeds_interruptsItAndTellsOfItsFailure() throws Exception {
    CountDownLatch began = new CountDownLatch(1);
    scheduler.addListener(
        new SchedulerListener() {
          @Override
          public void failed(Firing firing, Throwable cause) {
            entries.add(firing.name() + " " + cause.getClass().getSimpleName());
          }
        });
    scheduler.add(
        "stuck",
        Trigger.after(ZERO),
        () -> {
          began.countDown();
          new CountDownLatch(1).await();
        });
    FutureTask<Boolean> run = start(this::runToItsEnd);
    began.await();

    assertThat(scheduler.close(ZERO)).isEmpty();

    // The interrupt is kept for whoever called run().
    assertThat(run.get()).isTrue();
    assertThat(entries).containsExactly("stuck InterruptedException");
  }

  @Test
  void closeWithALimit_fromATask_neitherWaitsNorInterrupts() throws Exception {
    scheduler.after(
        ZERO,
        () -> {
          entries.add("left " + scheduler.close(ofDays(1)).size());
          entries.add("interrupted " + Thread.currentThread().isInterrupted());
        });
    scheduler.after(ZERO, () -> entries.add("no"));

    assertThat(start(this::runToItsEnd).get()).isFalse();

    assertThat(entries).containsExactly("left 1", "interrupted false");
  }

  @Test
  void closeWithALimit_whileTheLoopSleeps_endsItAtOnce() throws Exception {
    CountDownLatch driving = new CountDownLatch(1);
    scheduler.after(ZERO, driving::countDown);
    scheduler.after(ofDays(1), () -> {});
    FutureTask<Boolean> run = start(this::runToItsEnd);
    driving.await();

    assertThat(scheduler.close(ofDays(1))).hasSize(1);

    assertThat(run.get()).isFalse();
  }

  @Test
  void closeWithALimit_withNobodyDriving_answersAtOnceEachTime() {
    scheduler.after(ofDays(2), () -> {});
    scheduler.add("job", Trigger.every(ofDays(1)), () -> {});

    assertThat(scheduler.close(ofDays(1)))
        .extracting(PendingEvent::name)
        .containsExactly("job", "one-shot: task of ShutdownTest");
    assertThat(scheduler.close(ofDays(1)))
        .extracting(PendingEvent::name)
        .containsExactly("job", "one-shot: task of ShutdownTest");
    scheduler.close();
  }

  @Test
  void closeWithALimit_onAnInterruptedThread_waitsNoMoreAndKeepsTheInterrupt() throws Exception {
    CountDownLatch began = new CountDownLatch(1);
    scheduler.after(
        ZERO,
        () -> {
          began.countDown();
          new CountDownLatch(1).await();
        });
    FutureTask<Boolean> run = start(this::runToItsEnd);
    began.await();

    FutureTask<Boolean> close =
        start(
            () -> {
              Thread.currentThread().interrupt();
              scheduler.close(ofDays(1));
              return Thread.currentThread().isInterrupted();
            });

    assertThat(close.get()).isTrue();
    assertThat(run.get()).isTrue();
  }

  /** Answers whether the thread is left interrupted. */
  private boolean runToItsEnd() throws InterruptedException {
    scheduler.run();
    return Thread.currentThread().isInterrupted();
  }

  private void awaitClosed() {
    while (!scheduler.isClosed()) {
      Thread.onSpinWait();
    }
  }

  private static <T> FutureTask<T> start(Callable<T> call) {
    FutureTask<T> task = new FutureTask<>(call);
    Thread thread = new Thread(task, "driver");
    thread.setDaemon(true);
    thread.start();
    return task;
  }
}
