package dev.timelapse.samples.replay.run;

import dev.timelapse.samples.housekeeping.Housekeeping;
import dev.timelapse.samples.housekeeping.HousekeepingSettings;
import dev.timelapse.samples.housekeeping.OutsideWorld;
import dev.timelapse.samples.housekeeping.backup.Site;
import dev.timelapse.samples.housekeeping.fleet.FleetSettings;
import dev.timelapse.samples.housekeeping.fleet.NodeSettings;
import dev.timelapse.samples.housekeeping.fleet.ServiceSettings;
import dev.timelapse.samples.replay.history.GeneratedHistory;
import dev.timelapse.samples.replay.history.History;
import dev.timelapse.samples.replay.history.Intake;
import dev.timelapse.samples.replay.history.Outage;
import dev.timelapse.samples.replay.history.SplitMix;
import dev.timelapse.samples.replay.report.Columns;
import dev.timelapse.samples.replay.report.Summary;
import dev.timelapse.samples.replay.world.Downtime;
import dev.timelapse.samples.replay.world.Hosting;
import dev.timelapse.samples.replay.world.NoProcesses;
import dev.timelapse.samples.replay.world.OutageScript;
import dev.timelapse.samples.replay.world.ScriptedNodes;
import dev.timelapse.samples.replay.world.ScriptedSite;
import dev.timelapse.samples.replay.world.SilentPager;
import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.Leftover;
import dev.timelapse.testkit.Timeline;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One run of the housekeeping daemon through a history. Its scheduler, its jobs and their state are
 * the real ones; the nodes, the sites and the pager are scripted. The capacity report is left out,
 * as there is nothing to learn from it here.
 */
public final class Replay {

  /** How many columns of pixels the course of the fleet is kept for. */
  static final int COLUMNS = 900;

  /** How far time is advanced between two reports of progress. */
  private static final Duration STRIDE = Duration.ofDays(1);

  private static final String NOWHERE = "in a replay nothing listens";

  private final History history;
  private final Scenario scenario;
  private final Timeline time;
  private final List<String> names;
  private final ScriptedNodes nodes;
  private final Hosting hosting;
  private final Columns nodesDown;
  private final Columns sparesLeft;
  private final Books books;
  private final List<ScriptedSite> sites;

  private Replay(History history, Scenario scenario) {
    this.history = history;
    this.scenario = scenario;
    this.time = Timeline.startingAt(history.period().from(), history.zone());
    time.recording().keepLast(0);
    time.allow(Leftover.PENDING_ONE_SHOTS, Leftover.WAITING_TASKS); // cut at the end of the history
    this.names = new ArrayList<>(history.nodes());
    int active = names.size();
    IntStream.range(0, scenario.spares()).forEach(n -> names.add("spare-" + n));
    this.nodes = new ScriptedNodes(names.size());
    this.hosting = new Hosting(time.timeSource(), nodes, names, active);
    this.nodesDown = new Columns(history.period(), COLUMNS, 0);
    this.sparesLeft = new Columns(history.period(), COLUMNS, scenario.spares());
    this.books = new Books(names.size(), active, sparesLeft);
    this.sites =
        IntStream.range(0, Scenario.SITES).mapToObj(n -> new ScriptedSite("site-" + n)).toList();
  }

  /**
   * Replays a history.
   *
   * @param file what was noticed while it was read; null if it was generated
   * @param progress is told the instant up to which the replay has come, now and then
   */
  public static Result run(
      History history, @Nullable Intake file, Scenario scenario, Consumer<Instant> progress) {
    Replay replay = new Replay(history, scenario);
    try (Timeline time = replay.time) {
      return replay.run(time, file, progress);
    }
  }

  private Result run(Timeline time, @Nullable Intake file, Consumer<Instant> progress) {
    OutageScript.play(time, "outages of nodes", history.outages(), new NodeOutages());
    History siteHistory =
        GeneratedHistory.generate(
            scenario.seed(), "site-", sites.size(), Scenario.SITE_MEAN_UPTIME, history.period());
    OutageScript.play(time, "outages of sites", siteHistory.outages(), new SiteOutages());
    startDaemon();
    long events = advance(progress);
    hosting.close();
    nodesDown.close();
    sparesLeft.close();
    return new Result(
        summary(file, siteHistory.outages().size(), events),
        books.detection.detections(),
        nodesDown,
        sparesLeft);
  }

  private void startDaemon() {
    Scheduler scheduler = Scheduler.using(time.timeSource()).build();
    SplitMix chance = new SplitMix(scenario.seed());
    OutsideWorld outside =
        new OutsideWorld(
            nodes,
            hosting,
            out -> out.write(history.source().getBytes(StandardCharsets.UTF_8)),
            sites.stream().map(site -> new Site(site.name(), site)).toList(),
            chance::below,
            new NoProcesses(),
            new SilentPager());
    HousekeepingSettings settings =
        new HousekeepingSettings(fleet(), Scenario.backups(history.zone()), null);
    try {
      new Housekeeping(scheduler, time.timeSource(), settings, outside, books).start();
    } catch (Exception e) {
      throw new IllegalStateException("the daemon did not start", e);
    }
  }

  private FleetSettings fleet() {
    int active = history.nodes().size();
    return new FleetSettings(
        scenario.probePeriod(),
        scenario.missedAnswers(),
        IntStream.range(0, names.size())
            .mapToObj(n -> new NodeSettings(names.get(n), NOWHERE, 1, n >= active))
            .toList(),
        history.nodes().stream()
            .map(name -> new ServiceSettings(Hosting.serviceOn(name), 1))
            .toList());
  }

  private long advance(Consumer<Instant> progress) {
    Instant end = history.period().until();
    long events = 0;
    for (Instant now = time.now(); now.isBefore(end); now = time.now()) {
      progress.accept(now);
      Instant next = now.plus(STRIDE);
      events += time.advanceTo(next.isBefore(end) ? next : end);
    }
    progress.accept(end);
    return events;
  }

  private Summary summary(@Nullable Intake file, int siteOutages, long events) {
    Summary.Setting setting =
        new Summary.Setting(
            history.source(),
            history.zone(),
            history.period().from(),
            history.period().until(),
            history.nodes().size(),
            scenario.spares(),
            scenario.probePeriod(),
            scenario.missedAnswers(),
            scenario.seed());
    Downtime without =
        history.outages().stream()
            .map(Outage::length)
            .reduce(Downtime.NONE, Downtime::plus, (left, right) -> right);
    return new Summary(
        setting,
        file,
        history.tally(),
        books.detection.summary(),
        books.spares.close(history.period().until()),
        new Summary.Services(
            history.nodes().size(), without, hosting.downtime(), hosting.refusals()),
        books.copies.summary(sites.size(), siteOutages),
        books.pages,
        new Summary.Run(events, nodes.calls(), history.period().length()));
  }

  private final class NodeOutages implements OutageScript.Effect {

    @Override
    public void began(Outage outage) {
      nodes.takeDown(outage.node());
      changed(outage.node());
      books.detection.began(outage);
    }

    @Override
    public void ended(Outage outage) {
      nodes.bringUp(outage.node());
      changed(outage.node());
      books.detection.ended(outage);
    }

    private void changed(int node) {
      hosting.nodeChanged(node);
      nodesDown.set(time.now(), nodes.downCount());
    }
  }

  private final class SiteOutages implements OutageScript.Effect {

    @Override
    public void began(Outage outage) {
      sites.get(outage.node()).setDown(true);
    }

    @Override
    public void ended(Outage outage) {
      sites.get(outage.node()).setDown(false);
    }
  }
}
