package dev.timelapse.testkit.outside;

import dev.timelapse.testkit.recording.Words;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** How calls and values are put on the recording: short, on one line, and the same in every run. */
final class CallText {

  private static final int LONGEST_VALUE = 60;

  private static final ClassValue<Kind> KINDS =
      new ClassValue<>() {
        @Override
        protected Kind computeValue(Class<?> type) {
          return Kind.of(type);
        }
      };

  private CallText() {}

  static String call(Method method, @Nullable Object[] arguments) {
    String name = method.getName();
    if (arguments.length <= 1) {
      return arguments.length == 0 ? name + "()" : name + "(" + value(arguments[0]) + ")";
    }
    StringBuilder text = new StringBuilder(name).append('(').append(value(arguments[0]));
    for (int i = 1; i < arguments.length; i++) {
      text.append(", ").append(value(arguments[i]));
    }
    return text.append(')').toString();
  }

  static String value(@Nullable Object value) {
    if (value == null) {
      return "null";
    } else if (value instanceof CharSequence words) {
      return "\"" + shorten(words.toString()) + "\"";
    }
    Class<?> type = value.getClass();
    return switch (KINDS.get(type)) {
      case ARRAY -> type.getComponentType().getSimpleName() + "[" + Array.getLength(value) + "]";
      case LAMBDA -> "lambda";
      case ANONYMOUS -> type.getName().substring(type.getName().lastIndexOf('.') + 1);
      case CONTAINER -> shorten(elements(value));
      case RECORD -> shorten(RecordText.of((Record) value));
      case OTHER -> shorten(Words.withoutIdentity(String.valueOf(value)));
    };
  }

  /**
   * Answers whether a container's order is that of hash codes, which may differ from JVM to JVM:
   * sets and maps have an order only if they say so.
   */
  static boolean isUnordered(Object container) {
    return (container instanceof Set<?> || container instanceof Map<?, ?>)
        && !(container instanceof SortedSet<?>
            || container instanceof SortedMap<?, ?>
            || container instanceof LinkedHashSet<?>
            || container instanceof LinkedHashMap<?, ?>);
  }

  /** Tells what has no order in the order of the words. */
  private static String elements(Object container) {
    boolean unordered = isUnordered(container);
    boolean isMap = container instanceof Map;
    Collection<?> elements = isMap ? ((Map<?, ?>) container).entrySet() : (Collection<?>) container;
    List<String> words = new ArrayList<>();
    int length = 0;
    for (Object element : elements) {
      String word =
          isMap && element instanceof Map.Entry<?, ?> entry
              ? value(entry.getKey()) + "=" + value(entry.getValue())
              : value(element);
      words.add(word);
      length += word.length();
      if (!unordered && length > LONGEST_VALUE) {
        break; // The rest would be cut off.
      }
    }
    if (unordered) {
      words.sort(null);
    }
    String list = String.join(", ", words);
    return isMap ? "{" + list + "}" : "[" + list + "]";
  }

  private static String shorten(String words) {
    String line = words;
    if (words.indexOf('\n') >= 0 || words.indexOf('\r') >= 0) {
      line = words.replace("\r", "").replace("\n", "\\n");
    }
    return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE - 1) + "…";
  }

  /** How objects of a class are told. */
  private enum Kind {
    ARRAY,
    LAMBDA,
    ANONYMOUS,
    CONTAINER,
    RECORD,
    OTHER;

    static Kind of(Class<?> type) {
      if (type.isArray()) {
        return ARRAY;
      } else if (Enum.class.isAssignableFrom(type)) {
        return OTHER;
      } else if (type.isHidden() || type.isSynthetic()) {
        return LAMBDA;
      } else if (type.isAnonymousClass()) {
        return ANONYMOUS;
      } else if (Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type)) {
        return CONTAINER;
      }
      return type.isRecord() ? RECORD : OTHER;
    }
  }
}
