package dev.timelapse.scheduler;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
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

  void started(Firing firing) {
    for (SchedulerListener listener : listeners) {
      try {
        listener.started(firing);
      } catch (Throwable e) {
        report(listener, e);
      }
    }
  }

  void succeeded(Firing firing) {
    for (SchedulerListener listener : listeners) {
      try {
        listener.succeeded(firing);
      } catch (Throwable e) {
        report(listener, e);
      }
    }
  }

  void failed(Firing firing, Throwable cause) {
    LOG.error(
        "\"{}\" failed (due {}, attempt {}); the schedule goes on",
        firing.name(),
        firing.due(),
        firing.attempt(),
        cause);
    tell(listener -> listener.failed(firing, cause));
  }

  void retrying(Firing firing, long delayNanos) {
    Duration delay = Duration.ofNanos(delayNanos);
    LOG.info("\"{}\" will be attempted again in {}", firing.name(), delay);
    tell(listener -> listener.retrying(firing, delay));
  }

  void gaveUp(Firing firing, Throwable cause) {
    LOG.error(
        "\"{}\" gave up after attempt {}: {}", firing.name(), firing.attempt(), cause.toString());
    tell(listener -> listener.gaveUp(firing, cause));
  }

  void missed(Firing firing) {
    LOG.warn("\"{}\" missed {} firing(s) (due {})", firing.name(), firing.missed(), firing.due());
    tell(listener -> listener.missed(firing));
  }

  void clockStepped(Duration by) {
    LOG.warn("the wall clock was stepped by {}; calendar jobs are computed afresh", by);
    tell(listener -> listener.clockStepped(by));
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
    LOG.error("listener {} failed; it is told of what follows all the same", listener, cause);
  }
}
