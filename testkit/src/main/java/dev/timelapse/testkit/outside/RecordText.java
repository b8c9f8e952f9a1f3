package dev.timelapse.testkit.outside;

import dev.timelapse.testkit.recording.Words;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What records say of themselves. The words that Java gives them tell sets and maps in the order of
 * hash codes; these here do so in that of their words.
 */
final class RecordText {

  private static final ClassValue<RecordComponent[]> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
          return type.getRecordComponents();
        }
      };

  private RecordText() {}

  static String of(Record value) {
    String said = value.toString();
    // Words of the record's own making are left in their order.
    boolean isJavas = isUnordered(value) && said.equals(words(value, false));
    return Words.withoutIdentity(isJavas ? words(value, true) : said);
  }

  /** Answers whether there is more than one thing somewhere in it that has no order. */
  private static boolean isUnordered(@Nullable Object value) {
    if (value instanceof Record record) {
      for (RecordComponent component : COMPONENTS.get(record.getClass())) {
        if (!component.getType().isPrimitive() && isUnordered(get(component, record))) {
          return true;
        }
      }
    } else if (value instanceof Map<?, ?> map) {
      return (map.size() > 1 && CallText.isUnordered(map))
          || isUnordered(map.keySet().toArray())
          || isUnordered(map.values().toArray());
    } else if (value instanceof Collection<?> collection) {
      return (collection.size() > 1 && CallText.isUnordered(collection))
          || isUnordered(collection.toArray());
    }
    return false;
  }

  private static boolean isUnordered(@Nullable Object[] values) {
    for (Object value : values) {
      if (isUnordered(value)) {
        return true;
      }
    }
    return false;
  }

  private static String words(Record value, boolean inOrder) {
    StringBuilder words = new StringBuilder(value.getClass().getSimpleName()).append('[');
    String separator = "";
    for (RecordComponent component : COMPONENTS.get(value.getClass())) {
      Object part = get(component, value);
      words.append(separator).append(component.getName()).append('=');
      words.append(inOrder && isUnordered(part) ? CallText.value(part) : String.valueOf(part));
      separator = ", ";
    }
    return words.append(']').toString();
  }

  /** Returns a component, or null if it does not let itself be read. */
  private static @Nullable Object get(RecordComponent component, Record value) {
    try {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(value);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }
}
