package dev.timelapse.testkit;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.regex.Pattern;
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
    return shorten(IDENTITY.matcher(String.valueOf(value)).replaceAll(""));
  }

  private static String shorten(String text) {
    String line = text.replace("\r", "").replace("\n", "\\n");
    return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE - 1) + "…";
  }
}
