package dev.timelapse.testkit;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.engine.VirtualClock;
import dev.timelapse.testkit.engine.VirtualTimeSource;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Sets the fields of a test instance. */
final class FieldInjection {

  private FieldInjection() {}

  static void into(Object instance, TestTimeline test) {
    for (Field field :
        ReflectionSupport.findFields(
            instance.getClass(), field -> true, HierarchyTraversalMode.TOP_DOWN)) {
      boolean outside = field.isAnnotationPresent(Outside.class);
      boolean fixed =
          Modifier.isStatic(field.getModifiers()) || Modifier.isFinal(field.getModifiers());
      if (outside && fixed) {
        throw new ExtensionConfigurationException(
            "@Outside on "
                + field
                + ": each test gets a mock of its own, so the field must be neither static nor final");
      }
      if (outside) {
        set(field, instance, test.mock(field.getType(), field.getName()));
      } else if (!fixed && TestTimeline.provides(field.getType()) && isFree(get(field, instance))) {
        set(field, instance, test.provide(field.getType()).orElseThrow());
      }
    }
  }

  /**
   * Answers whether a field has no value, or one that the timeline of an earlier test left there.
   */
  private static boolean isFree(@Nullable Object value) {
    return value == null
        || value instanceof Timeline
        || value instanceof VirtualTimeSource
        || value instanceof VirtualClock
        || (value instanceof Scheduler scheduler && scheduler.isClosed());
  }

  private static @Nullable Object get(Field field, Object instance) {
    try {
      field.setAccessible(true);
      return field.get(instance);
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw notAccessible(field, e);
    }
  }

  private static void set(Field field, Object instance, Object value) {
    try {
      field.setAccessible(true);
      field.set(instance, value);
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw notAccessible(field, e);
    }
  }

  private static ExtensionConfigurationException notAccessible(Field field, Exception cause) {
    return new ExtensionConfigurationException(
        "cannot set "
            + field
            + " of the test: open its package to dev.timelapse.testkit and org.junit.platform.commons",
        cause);
  }
}
