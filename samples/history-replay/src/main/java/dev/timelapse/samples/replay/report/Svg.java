package dev.timelapse.samples.replay.report;

import java.util.Locale;

/** Writes elements of an SVG document. Text is escaped; numbers have at most one decimal. */
final class Svg {

  private final StringBuilder text = new StringBuilder();

  Svg(int width, int height, String style) {
    text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    text.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">\n"
            .formatted(width, height, width, height));
    text.append("<style>\n").append(style).append("</style>\n");
    text.append("<rect class=\"page\" width=\"100%\" height=\"100%\"/>\n");
  }

  void text(String style, double x, double y, String words) {
    text.append(
        "<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>\n"
            .formatted(style, number(x), number(y), escape(words)));
  }

  void line(String style, double x1, double y1, double x2, double y2) {
    text.append(
        "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>\n"
            .formatted(style, number(x1), number(y1), number(x2), number(y2)));
  }

  void box(String style, double x, double y, double width, double height) {
    text.append(
        "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>\n"
            .formatted(style, number(x), number(y), number(width), number(height)));
  }

  void path(String style, String data) {
    text.append("<path class=\"%s\" d=\"%s\"/>\n".formatted(style, data));
  }

  static String number(double value) {
    String digits = String.format(Locale.ROOT, "%.1f", value);
    return digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
  }

  private static String escape(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  public String toString() {
    return text + "</svg>\n";
  }
}
