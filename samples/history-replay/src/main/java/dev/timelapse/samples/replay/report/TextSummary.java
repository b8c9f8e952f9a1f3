package dev.timelapse.samples.replay.report;

import dev.timelapse.samples.replay.history.Intake;
import dev.timelapse.samples.replay.history.Tally;
import dev.timelapse.samples.replay.history.UnreadableRow;
import dev.timelapse.samples.replay.world.Downtime;
import java.time.Duration;
import java.util.Map;

/** A summary as a page of text, at most 100 columns wide. */
public final class TextSummary {

  private final Summary summary;
  private final Page page = new Page();

  private TextSummary(Summary summary) {
    this.summary = summary;
  }

  /** Writes all that is the same whenever the same input is replayed. */
  public static String of(Summary summary) {
    TextSummary text = new TextSummary(summary);
    text.setting();
    if (summary.file() != null) {
      text.file(summary.file());
    }
    text.outages(summary.outages());
    text.detection(summary.detection());
    text.spares(summary.spares());
    text.services(summary.services());
    text.copies(summary.copies());
    text.pages();
    text.run(summary.run());
    return text.page.toString();
  }

  /** Writes what differs from run to run. */
  public static String of(Timing timing) {
    Page page = new Page();
    page.section("Speed on this machine");
    page.row("real time", Words.span(timing.real()));
    page.row("events per second", Words.number(timing.eventsPerSecond()));
    page.row("probe calls per second", Words.number(timing.probeCallsPerSecond()));
    page.row("speed-up", Words.number(timing.ratio()), "simulated time by real time");
    return page.toString();
  }

  private void setting() {
    Summary.Setting setting = summary.setting();
    page.line(setting.source());
    page.line(
        "%s to %s %s, %s days"
            .formatted(
                Words.minute(setting.from(), setting.zone()),
                Words.minute(setting.until(), setting.zone()),
                setting.zone(),
                Words.number(summary.run().simulated().toDays())));
    page.line(
        "%s nodes and %s spares, each probed every %s, down after %d missed answers"
            .formatted(
                Words.number(setting.nodes()),
                Words.number(setting.spares()),
                Words.span(setting.probePeriod()),
                setting.missedAnswers()));
  }

  private void file(Intake file) {
    page.section("The file");
    page.row("rows", file.rowsInFile());
    page.row("of this system", file.rows());
    page.row("not readable", file.unreadable());
    for (UnreadableRow row : file.listed()) {
      page.line("    line %d: %s".formatted(row.line(), row.reason()));
    }
    if (file.unreadable() > file.listed().size()) {
      page.line("    and %d more".formatted(file.unreadable() - file.listed().size()));
    }
    page.row("without a cause", file.withoutCause());
    page.row("Down Time differs", file.downTimeDiffers(), "Prob Started to Prob Fixed is used");
    page.row("another node count", file.nodeCountDiffers(), "the largest is used");
    page.row("node numbers beyond the count", file.numbersBeyondCount(), "each is a node");
  }

  private void outages(Tally tally) {
    page.section("Outages in the history");
    if (summary.file() == null) {
      page.row("generated", tally.recorded());
      page.row("cut at the end of the period", tally.cut());
      return;
    }
    page.row("recorded", tally.recorded());
    page.row("dropped: end before start", tally.reversed());
    page.row("dropped: no length", tally.empty());
    page.row("dropped: outside the period", tally.outside());
    page.row("merged: repeated", tally.repeated(), "same node, start and end as another");
    page.row("merged: overlapping", tally.overlapping(), "began while the node was down");
    page.row("merged: touching", tally.touching(), "began when the one before ended");
    page.row("replayed", tally.replayed());
    page.row("cut at the period's edges", tally.cut());
  }

  private void detection(Summary.Detection detection) {
    page.section("Detection");
    page.row("detected", detection.detected());
    page.row("missed: too short", detection.tooShort(), "over before enough answers were missing");
    page.row(
        "not told apart",
        detection.unseparated(),
        "no answer since the outage before was detected");
    page.row("delay, p50", Words.span(detection.delayMedian()), "from the start of the outage");
    page.row("delay, p99", Words.span(detection.delay99()));
    page.row("delay, max", Words.span(detection.delayMost()));
  }

  private void spares(Summary.Spares spares) {
    page.section("Spares");
    page.row("replacements", spares.replacements());
    page.row("repaired nodes made spares", spares.returned());
    page.row("pool empty, times", spares.emptied());
    page.row(
        "pool empty, in all",
        Words.hours(spares.emptyFor()),
        Words.percent(spares.emptyFor(), summary.run().simulated()) + " of the time");
    page.row("pool empty, at most", Words.hours(spares.emptyMost()));
  }

  private void services(Summary.Services services) {
    page.section(
        "Services, one for each node; without the daemon each stays there until that is repaired");
    page.heading("without daemon", "with daemon");
    Downtime without = services.without();
    Downtime with = services.with();
    page.row("downtime", Words.hours(without.total()), Words.hours(with.total()), "");
    page.row(
        "interruptions",
        Words.number(without.interruptions()),
        Words.number(with.interruptions()),
        "");
    page.row("longest", Words.hours(without.longest()), Words.hours(with.longest()), "");
    Duration all = summary.run().simulated().multipliedBy(services.count());
    page.row(
        "availability",
        Words.percent(all.minus(without.total()), all),
        Words.percent(all.minus(with.total()), all),
        "");
    page.row("orders refused by nodes", "", Words.number(services.refusals()), "full, or down");
  }

  private void copies(Summary.Copies copies) {
    page.section("Copies off site, nightly to %d sites".formatted(copies.sites()));
    page.row("outages of sites", copies.siteOutages(), "generated, not recorded");
    page.row("made", copies.made());
    page.row("attempts failed", copies.failed());
    page.row("retried", copies.retried());
    page.row("given up", copies.givenUp());
    page.row("old copies verified", copies.verifiedLater());
    page.row("expired copies deleted", copies.deleted());
  }

  private void pages() {
    page.section("Pages");
    for (Map.Entry<String, Integer> entry : summary.pages().entrySet()) {
      page.row(entry.getKey(), entry.getValue());
    }
    page.row("in all", summary.pages().values().stream().mapToInt(Integer::intValue).sum());
  }

  private void run(Summary.Run run) {
    page.section("Run");
    page.row("simulated time", Words.span(run.simulated()));
    page.row("events", run.events());
    page.row("probe calls", run.probeCalls());
  }
}
