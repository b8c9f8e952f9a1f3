package dev.timelapse.samples.housekeeping.report;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

import dev.timelapse.samples.housekeeping.backup.SiteSummary;
import dev.timelapse.samples.housekeeping.fleet.NodeState;
import dev.timelapse.samples.housekeeping.report.CapacityState.NodeUse;
import dev.timelapse.samples.housekeeping.report.CapacityState.ServiceUse;
import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.cron.CronExpression;
import dev.timelapse.scheduler.fork.ForkOutcome.Exited;
import dev.timelapse.scheduler.fork.ForkOutcome.NotStarted;
import dev.timelapse.scheduler.fork.ForkOutcome.TimedOut;
import dev.timelapse.scheduler.fork.ForkOutput;
import dev.timelapse.scheduler.fork.ForkResult;
import dev.timelapse.scheduler.fork.ProcessLauncher;
import dev.timelapse.testkit.Outside;
import dev.timelapse.testkit.Timelapse;
import dev.timelapse.testkit.TimelapseExtension;
import dev.timelapse.testkit.Timeline;
import dev.timelapse.testkit.recording.RecordedCall;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TimelapseExtension.class)
@Timelapse(start = "2026-01-15T00:00", zone = "Europe/Berlin")
class MonthlyReportTest {

  private static final ForkResult DONE = ForkResult.silent(new Exited(0));

  @Outside ProcessLauncher processes;
  Timeline time;
  Scheduler scheduler;
  @TempDir Path directory;

  private final ReportListener events = mock(ReportListener.class);

  @BeforeEach
  void start() {
    new CapacityReports(
            scheduler,
            time.timeSource(),
            new ReportSettings(
                CronExpression.unix("0 6 1 * *", time.zone()),
                directory.resolve("state.json"),
                directory.resolve("capacity.csv"),
                ofMinutes(10),
                64),
            this::state,
            processes,
            events)
        .start();
  }

  private CapacityState state() {
    return new CapacityState(
        time.now(),
        List.of(
            new NodeUse("node-1", NodeState.ACTIVE, 1),
            new NodeUse("node-2", NodeState.ACTIVE, 2),
            new NodeUse("node-3", NodeState.DOWN, 1),
            new NodeUse("spare-1", NodeState.SPARE, 0)),
        List.of(new ServiceUse("web", 2, 2), new ServiceUse("db", 1, 1)),
        List.of(
            new SiteSummary("hamburg", 30, 29, Instant.parse("2026-01-31T01:30:00Z")),
            new SiteSummary("munich", 0, 0, null)));
  }

  @Test
  void aYear_passes_reportsAreMadeAtSixOnTheFirst() throws Exception {
    given(processes.run(any(), any())).willReturn(DONE);

    time.advanceBy(ofDays(365));

    assertThat(time.recording().callsTo("processes"))
        .extracting(call -> local(call).toString())
        .containsExactly(
            "2026-02-01T06:00",
            "2026-03-01T06:00",
            "2026-04-01T06:00",
            "2026-05-01T06:00",
            "2026-06-01T06:00",
            "2026-07-01T06:00",
            "2026-08-01T06:00",
            "2026-09-01T06:00",
            "2026-10-01T06:00",
            "2026-11-01T06:00",
            "2026-12-01T06:00",
            "2027-01-01T06:00");
    then(events).should(times(12)).reportMade(eq(directory.resolve("capacity.csv")), any());
  }

  @Test
  void process_failsTwiceAndOverrunsOnce_isRunAgainUntilItIsDone() throws Exception {
    given(processes.run(any(), any()))
        .willReturn(
            new ForkResult(new Exited(1), new ForkOutput(24, 0, "no space left on device\n")))
        .willReturn(ForkResult.silent(new NotStarted(new IOException("cannot fork"))))
        .willReturn(ForkResult.silent(new TimedOut(ofMinutes(10))))
        .willReturn(DONE);

    time.advanceBy(ofDays(28));

    assertThat(time.recording().callsTo("processes"))
        .extracting(call -> local(call).toString())
        .containsExactly(
            "2026-02-01T06:00", "2026-02-01T06:01", "2026-02-01T06:03", "2026-02-01T06:07");
    then(events)
        .should()
        .reportFailed(
            eq("capacity report exited with 1; its last words: no space left on device"), any());
    then(events)
        .should()
        .reportFailed(eq("capacity report could not be started: cannot fork"), any());
    then(events)
        .should()
        .reportFailed(eq("capacity report was ended after its time limit of PT10M"), any());
    then(events).should().reportMade(any(), any());
  }

  @Test
  void realProcess_runsTwice_writesWhatTheStateSays() {
    time.outside(processes).answeredBy(ProcessLauncher.system());

    time.advanceTo("2026-03-02T00:00");

    then(events).should(never()).reportFailed(anyString(), any());
    then(events).should(times(2)).reportMade(any(), any());
    assertThat(directory.resolve("capacity.csv"))
        .hasContent(
            """
            what,name,value
            taken at,,2026-03-01T05:00:00Z
            nodes,active,2
            nodes,spare,1
            nodes,down,1
            nodes,returning,0
            replicas on node,node-2,2
            replicas on node,node-1,1
            replicas wanted,web,2
            replicas running,web,2
            nodes it can lose,web,1
            replicas wanted,db,1
            replicas running,db,1
            nodes it can lose,db,2
            copies,hamburg,30
            good copies,hamburg,29
            newest good copy,hamburg,2026-01-31T01:30:00Z
            copies,munich,0
            good copies,munich,0
            newest good copy,munich,
            """);
  }

  private LocalDateTime local(RecordedCall call) {
    return LocalDateTime.ofInstant(call.at(), time.zone());
  }
}
