package dev.timelapse.testkit.outside;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How calls and values are put on the recording: short, on one line, and the same in every run. */
final class CallText {

  private static final int LONGEST_VALUE = 60;

  /** What {@code Object.toString} appends: it differs from run to run. */
  private static final Pattern IDENTITY = Pattern.compile("@[0-9a-f]{3,8}\\b");

  private CallText() {}

  static String call(Method method, Object[] arguments) {
    StringBuilder text = new StringBuilder(method.getName()).append('(');
    for (int i = 0; i < arguments.length; i++) {
      text.append(i == 0 ? "" : ", ").append(value(arguments[i]));
    }
    return text.append(')').toString();
  }

  static String value(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof CharSequence) {
      return "\"" + shorten(value.toString()) + "\"";
    }
    Class<?> type = value.getClass();
    if (type.isArray()) {
      return type.getComponentType().getSimpleName() + "[" + Array.getLength(value) + "]";
    }
    if (type.isHidden() || type.isSynthetic()) {
      return "lambda";
    }
    if (type.isAnonymousClass()) {
      return type.getName().substring(type.getName().lastIndexOf('.') + 1);
    }
    if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
      return shorten(elements(value));
    }
    return shorten(IDENTITY.matcher(String.valueOf(value)).replaceAll(""));
  }

  /**
   * Sets and maps have an order only if they say so; the rest is put in the order of the words,
   * since that of hash codes may differ from JVM to JVM.
   */
  private static String elements(Object container) {
    boolean ordered =
        !(container instanceof Set<?> || container instanceof Map<?, ?>)
            || container instanceof SortedSet<?>
            || container instanceof SortedMap<?, ?>
            || container instanceof LinkedHashSet<?>
            || container instanceof LinkedHashMap<?, ?>;
    Stream<String> words =
        container instanceof Map<?, ?> map
            ? map.entrySet().stream().map(e -> value(e.getKey()) + "=" + value(e.getValue()))
            : ((Collection<?>) container).stream().map(CallText::value);
    String list = (ordered ? words : words.sorted()).collect(Collectors.joining(", "));
    return container instanceof Map ? "{" + list + "}" : "[" + list + "]";
  }

  private static String shorten(String text) {
    String line = text.replace("\r", "").replace("\n", "\\n");
    return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE - 1) + "…";
  }
}
