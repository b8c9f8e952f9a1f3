package dev.timelapse.scheduler;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listeners of one scheduler, and its log. */
final class Listeners {

  private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);

  /** Never changed in place, so that telling them allocates nothing. */
  private volatile SchedulerListener[] listeners = {};

  synchronized void add(SchedulerListener listener) {
    SchedulerListener[] more = Arrays.copyOf(listeners, listeners.length + 1);
    more[listeners.length] = listener;
    listeners = more;
  }

  synchronized void remove(SchedulerListener listener) {
    List<SchedulerListener> fewer = new ArrayList<>(List.of(listeners));
    fewer.remove(listener);
    listeners = fewer.toArray(SchedulerListener[]::new);
  }

  boolean any() {
    return listeners.length > 0;
  }

  /**
   * Tells that a task is about to run.
   *
   * @param tally where that is noted down; nowhere if it is a one-shot and nobody wants to know
   */
  void started(Firing firing, @Nullable Tally tally) {
    boolean turns = tally != null && tally.started(firing.startedAt(), firing.latenessNanos());
    for (SchedulerListener listener : listeners) {
      try {
        listener.started(firing);
      } catch (Throwable e) {
        report(listener, e);
      }
    }
    if (tally != null && turns) {
      lateness(firing, tally.isLate());
    }
    if (tally != null && tally.hasMissed() && firing.missed() == 0) {
      LOG.info(
          "\"{}\" misses no firings any more; it has missed {} (due {})",
          firing.name(),
          tally.takeMissed(),
          firing.due());
    }
  }

  /** Tells that a task has ended, and what it threw. */
  void ended(Firing firing, @Nullable Tally tally, @Nullable Throwable failure) {
    boolean turns = tally != null && tally.ended(firing.durationNanos(), failure);
    if (failure == null) {
      succeeded(firing);
    } else {
      failed(firing, failure);
    }
    if (tally != null && turns) {
      slowness(firing, tally.isSlow());
    }
  }

  private void succeeded(Firing firing) {
    for (SchedulerListener listener : listeners) {
      try {
        listener.succeeded(firing);
      } catch (Throwable e) {
        report(listener, e);
      }
    }
  }

  private void failed(Firing firing, Throwable cause) {
    log(firing, cause);
    tell(listener -> listener.failed(firing, cause));
  }

  void retrying(Firing firing, long delayNanos) {
    Duration delay = Duration.ofNanos(delayNanos);
    LOG.info("\"{}\" will be attempted again in {}", firing.name(), delay);
    tell(listener -> listener.retrying(firing, delay));
  }

  void gaveUp(Firing firing, Throwable cause) {
    LOG.error(
        "\"{}\" gave up after attempt {}: {}", firing.name(), firing.attempt(), Tally.text(cause));
    tell(listener -> listener.gaveUp(firing, cause));
  }

  void missed(Firing firing, Tally tally) {
    if (tally.missed(firing.missed())) {
      LOG.warn(
          "\"{}\" missed {} firing(s) (due {}); this is told again when it is over",
          firing.name(),
          firing.missed(),
          firing.due());
    }
    tell(listener -> listener.missed(firing));
  }

  void clockStepped(Duration by) {
    LOG.warn("the wall clock was stepped by {}; calendar jobs follow it", by);
    tell(listener -> listener.clockStepped(by));
  }

  /** Logs that a task did not end in time when its scheduler was closed. */
  static void interrupting(Thread driver) {
    LOG.warn(
        "a task did not end in time after close(…): interrupting thread \"{}\"", driver.getName());
  }

  private void lateness(Firing firing, boolean begins) {
    if (begins) {
      LOG.warn(
          "\"{}\" started {} late (due {}); this is told again when it is over",
          firing.name(),
          Duration.ofNanos(firing.latenessNanos()),
          firing.due());
      tell(listener -> listener.lateBegan(firing));
    } else {
      LOG.info("\"{}\" is on time again (due {})", firing.name(), firing.due());
      tell(listener -> listener.lateEnded(firing));
    }
  }

  private void slowness(Firing firing, boolean begins) {
    Duration took = Duration.ofNanos(firing.durationNanos());
    if (begins) {
      LOG.warn(
          "\"{}\" took {} (due {}); this is told again when it is over",
          firing.name(),
          took,
          firing.due());
      tell(listener -> listener.slowBegan(firing));
    } else {
      LOG.info("\"{}\" is no longer slow: it took {}", firing.name(), took);
      tell(listener -> listener.slowEnded(firing));
    }
  }

  private void tell(Consumer<SchedulerListener> call) {
    for (SchedulerListener listener : listeners) {
      try {
        call.accept(listener);
      } catch (Throwable e) {
        report(listener, e);
      }
    }
  }

  private static void report(SchedulerListener listener, Throwable cause) {
    if (cause instanceof StrandStopped stopped) {
      throw stopped;
    }
    try {
      LOG.error("listener {} failed; it is told of what follows all the same", listener, cause);
    } catch (RuntimeException | Error e) {
      LOG.error("listener {} failed: {}", listener.getClass().getName(), Tally.text(cause));
    }
  }

  /** Logs a failure, even one that fails itself when the log asks what it is. */
  private static void log(Firing firing, Throwable cause) {
    String name = firing.name();
    try {
      LOG.error(
          "\"{}\" failed (due {}, attempt {}); the schedule goes on",
          name,
          firing.due(),
          firing.attempt(),
          cause);
    } catch (RuntimeException | Error e) {
      LOG.error("\"{}\" failed: {}; the schedule goes on", name, Tally.text(cause));
    }
  }
}
