package dev.timelapse.samples.housekeeping;

import dev.timelapse.scheduler.Scheduler;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a scheduler when the process is told to end, by SIGTERM or Ctrl-C, and lets the task that
 * runs come to its end within a bound.
 */
final class EndOfProcess {

  private static final Logger LOG = LoggerFactory.getLogger(EndOfProcess.class);
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Scheduler scheduler;

  private EndOfProcess(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /** Begins to listen for the end of the process. */
  static EndOfProcess closing(Scheduler scheduler) {
    EndOfProcess end = new EndOfProcess(scheduler);
    Runtime.getRuntime().addShutdownHook(new Thread(end::closeScheduler, "end of process"));
    return end;
  }

  private void closeScheduler() {
    if (ended.getCount() == 0) {
      return;
    }
    LOG.info("told to end");
    scheduler.close();
    try {
      if (ended.await(GRACE.toNanos(), TimeUnit.NANOSECONDS)) {
        LOG.info("ended");
      } else {
        LOG.warn("ended in the middle of a task that took longer than {} to end", GRACE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells that the last task has ended. */
  void lastTaskEnded() {
    ended.countDown();
  }
}
