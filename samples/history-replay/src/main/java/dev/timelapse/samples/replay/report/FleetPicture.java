package dev.timelapse.samples.replay.report;

import java.time.LocalDate;
import java.util.List;

/** The fleet over time as an SVG picture, readable on a light and on a dark page. */
public final class FleetPicture {

  private static final int LEFT = 70;
  private static final int RIGHT = 30;
  private static final int DOWN_TOP = 92;
  private static final int DOWN_HEIGHT = 230;
  private static final int SPARES_TOP = 378;
  private static final int SPARES_HEIGHT = 110;
  private static final int BOTTOM = 60;

  private static final String STYLE =
      """
      text { font: 12px system-ui, sans-serif; fill: #24292f; }
      .title { font-size: 18px; font-weight: 600; }
      .quiet { fill: #57606a; }
      .head { font-size: 13px; font-weight: 600; }
      .value { text-anchor: end; fill: #57606a; }
      .date { text-anchor: middle; fill: #57606a; }
      .page { fill: #ffffff; }
      .axis { stroke: #57606a; }
      .grid { stroke: #d0d7de; }
      .down { fill: #cf222e; }
      .peak { fill: #ff8182; }
      .left { fill: #0969da; }
      .most { fill: #80ccff; }
      .none { fill: #cf222e; }
      @media (prefers-color-scheme: dark) {
        text { fill: #e6edf3; }
        .quiet, .value, .date { fill: #9198a1; }
        .page { fill: #0d1117; }
        .axis { stroke: #9198a1; }
        .grid { stroke: #30363d; }
        .down { fill: #f85149; }
        .peak { fill: #a5383a; }
        .left { fill: #4493f8; }
        .most { fill: #1c4f8f; }
        .none { fill: #f85149; }
      }
      """;

  private FleetPicture() {}

  /**
   * Draws the picture.
   *
   * @param nodesDown how many nodes were down
   * @param sparesLeft how many spares were in the pool; of as many columns
   */
  public static String of(Summary summary, Columns nodesDown, Columns sparesLeft) {
    int bottom = SPARES_TOP + SPARES_HEIGHT;
    Svg svg = new Svg(LEFT + nodesDown.count() + RIGHT, bottom + BOTTOM, STYLE);
    Summary.Setting setting = summary.setting();
    svg.text("title", LEFT, 32, setting.source() + ": the fleet over time");
    svg.text(
        "quiet",
        LEFT,
        52,
        "%s to %s %s, %s nodes, %s spares, %s a column"
            .formatted(
                Words.minute(setting.from(), setting.zone()),
                Words.minute(setting.until(), setting.zone()),
                setting.zone(),
                Words.number(setting.nodes()),
                Words.number(setting.spares()),
                Words.span(nodesDown.period().length().dividedBy(nodesDown.count()))));
    dates(svg, setting, nodesDown, bottom);

    svg.text("head", LEFT, DOWN_TOP - 10, "Nodes down");
    legend(svg, DOWN_TOP - 10, "down", "throughout", "peak", "at times");
    Panel down = new Panel(svg, LEFT, DOWN_TOP, DOWN_HEIGHT, nodesDown);
    down.axis();
    down.areas("down", "peak");

    svg.text("head", LEFT, SPARES_TOP - 10, "Spares left");
    legend(svg, SPARES_TOP - 10, "left", "throughout", "most", "at times");
    svg.box("none", LEFT + 330, SPARES_TOP - 20, 10, 10);
    svg.text("quiet", LEFT + 346, SPARES_TOP - 10, "pool empty");
    Panel spares = new Panel(svg, LEFT, SPARES_TOP, SPARES_HEIGHT, sparesLeft);
    spares.axis();
    spares.areas("left", "most");
    spares.marksAtZero("none");
    return svg.toString();
  }

  private static void legend(
      Svg svg, double y, String firstStyle, String first, String secondStyle, String second) {
    svg.box(firstStyle, LEFT + 120, y - 10, 10, 10);
    svg.text("quiet", LEFT + 136, y, first);
    svg.box(secondStyle, LEFT + 230, y - 10, 10, 10);
    svg.text("quiet", LEFT + 246, y, second);
  }

  private static void dates(Svg svg, Summary.Setting setting, Columns columns, int bottom) {
    List<LocalDate> ticks = DateAxis.ticks(columns.period(), setting.zone());
    for (LocalDate tick : ticks) {
      double x = LEFT + columns.position(tick.atStartOfDay(setting.zone()).toInstant());
      svg.line("grid", x, DOWN_TOP, x, DOWN_TOP + DOWN_HEIGHT);
      svg.line("grid", x, SPARES_TOP, x, bottom + 6);
      svg.text("date", x, bottom + 24, DateAxis.label(tick, ticks));
    }
  }
}
