package dev.timelapse.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Threads that schedule and cancel while one drives: each event runs once or was cancelled once,
 * never both and never neither, and those of one submitter and due time keep their order.
 */
@Timeout(120)
class StressTest {

  private static final int SUBMITTERS = 3;
  private static final int EACH = 30_000;

  private final Scheduler scheduler = Scheduler.using(TimeSource.system()).build();
  private final AtomicIntegerArray ran = new AtomicIntegerArray(SUBMITTERS * EACH);
  private final AtomicIntegerArray cancelled = new AtomicIntegerArray(SUBMITTERS * EACH);
  private final ConcurrentLinkedQueue<Handle> handles = new ConcurrentLinkedQueue<>();
  private final AtomicInteger submitting = new AtomicInteger(SUBMITTERS);

  @Test
  void eventsOfManyThreads_scheduledAndCancelled_runOrAreCancelledExactlyOnce() throws Exception {
    CountDownLatch done = new CountDownLatch(SUBMITTERS + 2);
    for (int submitter = 0; submitter < SUBMITTERS; submitter++) {
      int first = submitter * EACH;
      start(done, () -> submit(first));
    }
    start(done, this::cancelSome);
    start(done, this::cancelSome);
    start(
        new CountDownLatch(1),
        () -> {
          await(done);
          scheduler.after(Duration.ofMillis(5), scheduler::close);
        });

    scheduler.run();

    List<Integer> wrong = new ArrayList<>();
    for (int i = 0; i < SUBMITTERS * EACH; i++) {
      if (ran.get(i) + cancelled.get(i) != 1) {
        wrong.add(i);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(scheduler.pending()).isEmpty();
    assertThat(scheduler.jobs()).isEmpty();
  }

  @Test
  void eventsOfOneThreadForOneTime_scheduledWhileOthersRun_runInTheOrderOfTheCalls()
      throws Exception {
    List<Integer> order = new ArrayList<>();
    CountDownLatch done = new CountDownLatch(1);
    start(
        done,
        () -> {
          for (int i = 0; i < EACH; i++) {
            int number = i;
            // Long past, so that the due time is the same for all.
            scheduler.after(Duration.ofSeconds(Long.MIN_VALUE), () -> order.add(number));
          }
        });
    start(
        new CountDownLatch(1),
        () -> {
          await(done);
          scheduler.after(Duration.ofMillis(1), scheduler::close);
        });

    scheduler.run();

    assertThat(order).hasSize(EACH).isSorted();
  }

  private void submit(int first) {
    Dice dice = new Dice(first);
    for (int i = first; i < first + EACH; i++) {
      int number = i;
      Task task = () -> ran.incrementAndGet(number);
      Duration delay = Duration.ofNanos(dice.below(4) * 50_000L);
      Event event;
      if (dice.oneIn(20)) {
        event = scheduler.add("once " + number, Trigger.after(delay), task);
      } else if (dice.oneIn(10)) {
        event = scheduler.at(TimeSource.system().instant().plus(delay), task);
      } else {
        event = scheduler.after(delay, task);
      }
      if (dice.oneIn(2)) {
        handles.add(new Handle(number, event));
      }
    }
    submitting.decrementAndGet();
  }

  private void cancelSome() {
    while (submitting.get() > 0 || !handles.isEmpty()) {
      Handle handle = handles.poll();
      if (handle != null && handle.event.cancel()) {
        cancelled.incrementAndGet(handle.number);
      }
    }
  }

  private static void start(CountDownLatch done, Runnable work) {
    new Thread(
            () -> {
              try {
                work.run();
              } finally {
                done.countDown();
              }
            })
        .start();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private record Handle(int number, Event event) {}
}
