package dev.timelapse.testkit.recording;

import java.util.ArrayList;
import java.util.List;

/** Texts that come from elsewhere, made fit for lines of a page, and for files of XML. */
final class Wrapped {

  /** More lines of one text are left out; the recording as a file has it all. */
  private static final int MOST_LINES = 4;

  private Wrapped() {}

  /** Returns a text in lines of at most so many characters, broken between words if possible. */
  static List<String> text(String text, int width) {
    List<String> lines = new ArrayList<>();
    String rest = inLine(text);
    while (rest.length() > width) {
      if (lines.size() == MOST_LINES - 1) {
        lines.add(rest.substring(0, width - 1) + "…");
        return lines;
      }
      int space = rest.lastIndexOf(' ', width);
      int end = space > width / 3 ? space : width;
      lines.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
    }
    lines.add(rest);
    return lines;
  }

  /** Returns a text with what would break a line, a terminal or a file written out. */
  static String inLine(String text) {
    StringBuilder line = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean harmless = !Character.isISOControl(c) && !isAlone(text, i) && c < '\uFFFE';
      if (!harmless && line == null) {
        line = new StringBuilder(text.substring(0, i));
      }
      if (line != null) {
        line.append(harmless ? String.valueOf(c) : written(c));
      }
    }
    return line == null ? text : line.toString();
  }

  private static String written(char c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> String.format("\\u%04x", (int) c);
    };
  }

  /** Answers whether a half of a surrogate pair stands without its other half. */
  private static boolean isAlone(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
