package dev.timelapse.scheduler.cron;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of an expression that knows where it stands, so that an error can point at it.
 *
 * @param dialect the dialect the expression is read in
 * @param expression the whole expression as given
 * @param start the index of the first character of the piece
 * @param end the index behind its last character
 */
record Slice(Dialect dialect, String expression, int start, int end) {

  static Slice of(Dialect dialect, String expression) {
    int start = 0;
    int end = expression.length();
    while (start < end && isBlank(expression.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(expression.charAt(end - 1))) {
      end--;
    }
    return new Slice(dialect, expression, start, end);
  }

  /** Returns the pieces between runs of blanks. */
  List<Slice> words() {
    List<Slice> words = new ArrayList<>();
    int from = start;
    while (from < end) {
      int to = from;
      while (to < end && !isBlank(expression.charAt(to))) {
        to++;
      }
      words.add(new Slice(dialect, expression, from, to));
      while (to < end && isBlank(expression.charAt(to))) {
        to++;
      }
      from = to;
    }
    return words;
  }

  /** Returns the pieces between commas, empty ones included. */
  List<Slice> items() {
    List<Slice> items = new ArrayList<>();
    int from = start;
    for (int at = start; at <= end; at++) {
      if (at == end || expression.charAt(at) == ',') {
        items.add(new Slice(dialect, expression, from, at));
        from = at + 1;
      }
    }
    return items;
  }

  String text() {
    return expression.substring(start, end);
  }

  /** Returns the piece as an error shows it. */
  String quoted() {
    return isEmpty() ? "missing" : "\"" + text() + "\"";
  }

  boolean isEmpty() {
    return start == end;
  }

  boolean is(String text) {
    return text().equals(text);
  }

  /** Returns where {@code wanted} first stands within this piece, or -1. */
  int indexOf(char wanted) {
    return text().indexOf(wanted);
  }

  /** Returns the first {@code length} characters of this piece. */
  Slice head(int length) {
    return new Slice(dialect, expression, start, start + length);
  }

  /** Returns this piece from {@code index} on. */
  Slice tail(int index) {
    return new Slice(dialect, expression, start + index, end);
  }

  CronSyntaxException error(String problem) {
    String shown = expression.replaceAll("\\s", " ");
    String marker = " ".repeat(start) + "^".repeat(Math.max(1, end - start));
    String message =
        "Not a %s cron expression, column %d: %s\n    %s\n    %s"
            .formatted(dialect, start + 1, problem, shown, marker);
    return new CronSyntaxException(message, expression, start + 1);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c);
  }
}
