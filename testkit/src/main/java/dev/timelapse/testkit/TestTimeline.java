package dev.timelapse.testkit;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.TimeSource;
import java.lang.reflect.AnnotatedElement;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** The timeline of one test, and what the extension hands out of it. */
final class TestTimeline {

  private final Timeline timeline;
  private @Nullable Scheduler scheduler;

  private TestTimeline(Timeline timeline) {
    this.timeline = timeline;
  }

  static TestTimeline of(ExtensionContext context) {
    ExtensionContext current = context;
    while (true) {
      Optional<AnnotatedElement> element = current.getElement();
      Optional<Timelapse> settings = AnnotationSupport.findAnnotation(element, Timelapse.class);
      if (settings.isPresent()) {
        return of(settings.get(), element.orElseThrow());
      }
      Optional<ExtensionContext> parent = current.getParent();
      if (parent.isEmpty()) {
        return new TestTimeline(
            Timeline.startingAt(Instant.parse(Timeline.DEFAULT_START), ZoneOffset.UTC));
      }
      current = parent.get();
    }
  }

  private static TestTimeline of(Timelapse settings, AnnotatedElement element) {
    try {
      ZoneId zone = ZoneId.of(settings.zone());
      return new TestTimeline(Timeline.startingAt(TimeText.parse(settings.start(), zone), zone));
    } catch (DateTimeException e) {
      throw new ExtensionConfigurationException(
          settings
              + " on "
              + element
              + ": \""
              + settings.zone()
              + "\" is no zone; write an id such as Europe/Berlin",
          e);
    } catch (IllegalArgumentException e) {
      throw new ExtensionConfigurationException(
          settings + " on " + element + ": start: " + e.getMessage(), e);
    }
  }

  static boolean provides(Class<?> type) {
    return type == Timeline.class
        || type == Scheduler.class
        || type == TimeSource.class
        || type == Clock.class
        || type == InstantSource.class;
  }

  Timeline timeline() {
    return timeline;
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
    }
    return Optional.empty();
  }

  Object mock(Class<?> type, String name) {
    return timeline.mockOutside(type, name);
  }

  void end() {
    try {
      timeline.close();
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
}
