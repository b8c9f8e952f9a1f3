package dev.timelapse.testkit;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.TimeSource;
import dev.timelapse.testkit.choice.Choices;
import dev.timelapse.testkit.outside.OutsideMock;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.ReflectionSupport;

/** The timeline of one test, and what the extension hands out of it. */
final class TestTimeline {

  private final TimelapseExtension owner;
  private final Timeline timeline;
  private @Nullable Scheduler scheduler;
  private @Nullable VirtualExecutor executor;
  private volatile boolean ended;

  TestTimeline(TimelapseExtension owner, TimelineSettings settings) {
    this.owner = owner;
    this.timeline =
        Timeline.startingAt(settings.start(), settings.zone(), Choices.ofSeed(settings.seed()));
    timeline.limit(settings.limits());
    settings.allowed().forEach(timeline::allow);
  }

  static boolean provides(Class<?> type) {
    return isOurs(type)
        || type == Clock.class
        || type == InstantSource.class
        || type == ScheduledExecutorService.class
        || type == ExecutorService.class
        || type == Executor.class;
  }

  /** Answers whether a type is of this project, so that no other extension would provide it. */
  static boolean isOurs(Class<?> type) {
    return type == Timeline.class
        || type == Scheduler.class
        || type == TimeSource.class
        || type == VirtualExecutor.class;
  }

  TimelapseExtension owner() {
    return owner;
  }

  Timeline timeline() {
    return timeline;
  }

  boolean hasEnded() {
    return ended;
  }

  /** Returns what the timeline has of a type. */
  Optional<Object> provide(Class<?> type) {
    if (type == Timeline.class) {
      return Optional.of(timeline);
    } else if (type == Scheduler.class) {
      return Optional.of(scheduler());
    } else if (type == TimeSource.class) {
      return Optional.of(timeline.timeSource());
    } else if (type == Clock.class || type == InstantSource.class) {
      return Optional.of(timeline.clock());
    } else if (type.isAssignableFrom(VirtualExecutor.class) && provides(type)) {
      return Optional.of(executor());
    }
    return Optional.empty();
  }

  Object mock(Class<?> type, String name, Outside settings) {
    Object mock = timeline.mockOutside(type, name);
    OutsideMock<Object> calls = timeline.outside(mock);
    if (settings.lenient()) {
      calls.lenient();
    }
    if (settings.delegate() != void.class) {
      try {
        calls.answeredBy(ReflectionSupport.newInstance(settings.delegate()));
      } catch (RuntimeException e) {
        throw new ExtensionConfigurationException(
            settings + " on \"" + name + "\": " + e.getMessage(), e);
      }
    }
    return mock;
  }

  /** Takes a test class, and what encloses it, for the test's own code. */
  void addTestClass(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
      timeline.outside().addTestClass(each);
    }
  }

  /**
   * Ends the timeline. Answers what was left behind on it, or null if nothing was. Of a test that
   * has failed, what is only left because it ended early is nothing to tell.
   */
  @Nullable AssertionError end(boolean failed) {
    ended = true;
    try {
      // Another thread may still be at it: that of a test that took too long.
      timeline.engine().breakOff();
      if (failed) {
        timeline.allow(
            Leftover.PENDING_ONE_SHOTS,
            Leftover.WAITING_TASKS,
            Leftover.UNDECIDED_CHECKS,
            Leftover.UNUSED_BEHAVIOURS,
            Leftover.UNUSED_STUBS);
      }
      return timeline.end();
    } finally {
      if (scheduler != null) {
        scheduler.close();
      }
    }
  }

  private Scheduler scheduler() {
    if (scheduler == null) {
      scheduler = Scheduler.using(timeline.timeSource()).build();
    }
    return scheduler;
  }

  private VirtualExecutor executor() {
    if (executor == null) {
      executor = timeline.executor();
    }
    return executor;
  }
}
