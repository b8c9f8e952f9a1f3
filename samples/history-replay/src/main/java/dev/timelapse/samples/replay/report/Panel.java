package dev.timelapse.samples.replay.report;

import static dev.timelapse.samples.replay.report.Svg.number;

/** One chart of the picture: a number over time, with an axis of its own. */
final class Panel {

  private static final int WANTED_STEPS = 5;

  private final Svg svg;
  private final double left;
  private final double top;
  private final double height;
  private final Columns columns;
  private final int step;
  private final int most;

  Panel(Svg svg, double left, double top, double height, Columns columns) {
    this.svg = svg;
    this.left = left;
    this.top = top;
    this.height = height;
    this.columns = columns;
    this.step = step(columns.greatest());
    this.most = Math.max(1, (columns.greatest() + step - 1) / step) * step;
  }

  /** Draws the grid and its labels. */
  void axis() {
    for (int value = 0; value <= most; value += step) {
      svg.line(value == 0 ? "axis" : "grid", left, y(value), left + columns.count(), y(value));
      svg.text("value", left - 8, y(value) + 4, Words.number(value));
    }
  }

  /** Draws an area from zero to the least value, and to the greatest where the two differ. */
  void areas(String leastStyle, String greatestStyle) {
    svg.path(greatestStyle, area(true));
    svg.path(leastStyle, area(false));
  }

  /** Marks the columns in which the number was zero for a while. */
  void marksAtZero(String style) {
    for (int column = 0; column < columns.count(); column++) {
      if (columns.least(column) == 0) {
        svg.box(style, left + column, top + height, 1, 6);
      }
    }
  }

  private String area(boolean greatest) {
    StringBuilder data = new StringBuilder("M" + number(left) + " " + number(y(0)));
    double last = y(0);
    for (int column = 0; column < columns.count(); column++) {
      double y = y(greatest ? columns.greatest(column) : columns.least(column));
      if (y != last) {
        data.append("H").append(number(left + column)).append("V").append(number(y));
        last = y;
      }
    }
    return data.append("H" + number(left + columns.count()) + "V" + number(y(0)) + "Z").toString();
  }

  private double y(int value) {
    return top + height - height * value / most;
  }

  /** Returns 1, 2 or 5 times a power of ten: the least that makes no more steps than wanted. */
  static int step(int greatest) {
    for (int power = 1; ; power *= 10) {
      for (int digit : new int[] {1, 2, 5}) {
        if (greatest <= (long) digit * power * WANTED_STEPS) {
          return digit * power;
        }
      }
    }
  }
}
