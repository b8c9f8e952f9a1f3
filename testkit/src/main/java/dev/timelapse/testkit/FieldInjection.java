package dev.timelapse.testkit;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Sets the fields of one test instance, for one test after the other if the instance has several.
 */
final class FieldInjection {

  private final Object instance;

  /** What the test before left in the fields: to be replaced, unlike what others put there. */
  private final Map<Field, Object> injected = new HashMap<>();

  private volatile @Nullable TestTimeline latest;

  FieldInjection(Object instance) {
    this.instance = instance;
  }

  void inject(TestTimeline test) {
    TestTimeline before = latest;
    if (before != null && before != test && !before.hasEnded()) {
      throw new ExtensionConfigurationException(
          "two tests of one instance of "
              + instance.getClass().getName()
              + " run at the same time, and would share its fields: annotate the class with"
              + " @Execution(ExecutionMode.SAME_THREAD), or give each test an instance of its own"
              + " (the lifecycle PER_METHOD)");
    }
    latest = test;
    for (Field field :
        ReflectionSupport.findFields(
            instance.getClass(), field -> true, HierarchyTraversalMode.TOP_DOWN)) {
      inject(field, test);
    }
  }

  private void inject(Field field, TestTimeline test) {
    Outside outside = field.getAnnotation(Outside.class);
    boolean isStatic = Modifier.isStatic(field.getModifiers());
    boolean isFinal = Modifier.isFinal(field.getModifiers());
    if (outside != null) {
      if (isStatic || isFinal) {
        throw new ExtensionConfigurationException(
            "@Outside on "
                + field
                + ": each test gets a mock of its own, so the field must be neither static nor final");
      }
      set(field, test.mock(field.getType(), field.getName(), outside));
    } else if (!isFinal && TestTimeline.provides(field.getType()) && !Claims.isClaimed(field)) {
      Object value = get(field);
      if (isStatic && value == null) {
        throw new ExtensionConfigurationException(
            field
                + " is static and has no value: each test has a timeline of its own, which all tests would"
                + " share here. Make it an instance field, or give it a value before the test starts");
      } else if (!isStatic && (value == null || value == injected.get(field))) {
        set(field, test.provide(field.getType()).orElseThrow());
      }
    }
  }

  private @Nullable Object get(Field field) {
    try {
      field.setAccessible(true);
      return field.get(instance);
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw notAccessible(field, e);
    }
  }

  private void set(Field field, Object value) {
    try {
      field.setAccessible(true);
      field.set(instance, value);
      injected.put(field, value);
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
