package dev.timelapse.scheduler;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listeners of one scheduler, and its log. */
final class Listeners {

  private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);

  private final List<SchedulerListener> listeners = new CopyOnWriteArrayList<>();

  void add(SchedulerListener listener) {
    listeners.add(listener);
  }

  void remove(SchedulerListener listener) {
    listeners.remove(listener);
  }

  void started(Firing firing) {
    if (!listeners.isEmpty()) {
      tell(listener -> listener.started(firing));
    }
  }

  void succeeded(Firing firing) {
    if (!listeners.isEmpty()) {
      tell(listener -> listener.succeeded(firing));
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
      } catch (StrandStopped e) {
        throw e;
      } catch (Throwable e) {
        LOG.error("listener {} failed; it is told of what follows all the same", listener, e);
      }
    }
  }
}
