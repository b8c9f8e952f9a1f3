package dev.timelapse.samples.replay.report;

/** Lines of text with figures in columns. */
final class Page {

  private static final String ROW = "  %-31s%15s%15s%s";

  private final StringBuilder text = new StringBuilder();

  void line(String line) {
    text.append(line.stripTrailing()).append('\n');
  }

  void section(String title) {
    text.append('\n');
    line(title);
  }

  void heading(String first, String second) {
    row("", first, second, "");
  }

  void row(String label, long value) {
    row(label, value, "");
  }

  void row(String label, long value, String note) {
    row(label, Words.number(value), note);
  }

  void row(String label, String value) {
    row(label, value, "");
  }

  void row(String label, String value, String note) {
    line("  %-31s%15s   %s".formatted(label, value, note));
  }

  void row(String label, String first, String second, String note) {
    line(ROW.formatted(label, first, second, note.isEmpty() ? "" : "   " + note));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
