package dev.timelapse.scheduler.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.timelapse.scheduler.Firing;
import dev.timelapse.scheduler.Job;
import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.SchedulerListener;
import dev.timelapse.scheduler.Trigger;
import dev.timelapse.scheduler.fork.ForkOutcome.Cancelled;
import dev.timelapse.scheduler.fork.ForkOutcome.Exited;
import dev.timelapse.scheduler.fork.ForkOutcome.TimedOut;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.Mockito;

/** Forked tasks on simulated time: no process is started, and no real time passes. */
class SimulatedForkTest {

  private static final ForkedTask REPORT = ForkedTask.command("/no/such/report");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final SimulatedLauncher processes = new SimulatedLauncher(HOUR, "a", "b");
  private final List<String> seen = new ArrayList<>();
  private final Scheduler scheduler = Scheduler.using(processes).build();

  @Test
  void task_waits_schedulerWaitsWithIt() {
    ForkedTask report = REPORT.timeLimit(DAY).output(this::note).launcher(processes);
    scheduler.after(Duration.ZERO, report);
    scheduler.after(HOUR.dividedBy(2), () -> note("other"));

    processes.runAll(scheduler);

    assertThat(seen).containsExactly("01:00 a", "01:00 b", "01:00 other");
  }

  @Test
  void task_goesOn_schedulerDoesTooAndOutcomeIsAnEvent() {
    ForkedTask report = REPORT.timeLimit(DAY).output(this::note).launcher(processes.on(scheduler));
    scheduler.after(
        Duration.ZERO, () -> report.start(scheduler, result -> note(result.outcome().toString())));
    scheduler.after(HOUR.dividedBy(2), () -> note("other"));
    scheduler.after(HOUR, 1, () -> note("last at one"));

    processes.runAll(scheduler);

    assertThat(seen)
        .containsExactly(
            "00:30 other", "01:00 a", "01:00 b", "01:00 " + new Exited(0), "01:00 last at one");
  }

  @Test
  void task_takesTooLong_failsAtItsLimit() {
    List<String> failures = new ArrayList<>();
    scheduler.addListener(
        new SchedulerListener() {
          @Override
          public void failed(Firing firing, Throwable cause) {
            failures.add(cause.getMessage());
          }
        });
    Duration limit = Duration.ofMinutes(10);
    scheduler.add(
        Job.named("report")
            .trigger(Trigger.at(Instant.EPOCH))
            .task(REPORT.timeLimit(limit).output(this::note).launcher(processes)));

    processes.runAll(scheduler);

    assertThat(failures).containsExactly("report " + new TimedOut(limit));
    assertThat(processes.instant()).isEqualTo(Instant.EPOCH.plus(limit));
  }

  @Test
  void process_isCancelled_outcomeComesThen() {
    ForkedTask report = REPORT.timeLimit(DAY).launcher(processes.on(scheduler));
    RunningFork fork = report.start(scheduler, result -> note(result.outcome().toString()));
    scheduler.after(HOUR.dividedBy(2), () -> assertThat(fork.cancel()).isTrue());

    processes.runAll(scheduler);

    assertThat(seen).containsExactly("00:30 " + new Cancelled());
    assertThat(fork.cancel()).isFalse();
  }

  @Test
  void launcher_isAMock_saysWhatBecomesOfAProcess() throws Exception {
    ProcessLauncher launcher = mock(ProcessLauncher.class);
    when(launcher.run(any(), any())).thenReturn(ForkResult.silent(new Exited(0)));

    REPORT.launcher(launcher).run();

    ArgumentCaptor<ForkedTask> ran = ArgumentCaptor.forClass(ForkedTask.class);
    Mockito.verify(launcher).run(ran.capture(), any());
    assertThat(ran.getValue().command()).containsExactly("/no/such/report");
  }

  @Test
  void scheduler_isClosedBeforeTheEnd_outcomeIsLogged() {
    ProcessLauncher launcher = mock(ProcessLauncher.class);
    ArgumentCaptor<ForkListener> listener = ArgumentCaptor.forClass(ForkListener.class);
    REPORT.launcher(launcher).start(scheduler, result -> note(result.outcome().toString()));
    Mockito.verify(launcher).start(any(), listener.capture());
    Logger logger = (Logger) ForkedTask.LOG;
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);

    scheduler.close();
    listener.getValue().line("unheard");
    listener.getValue().ended(ForkResult.silent(new Exited(3)));
    logger.detachAppender(log);

    assertThat(seen).isEmpty();
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly("report exited with 3; its scheduler is closed");
  }

  private void note(String what) {
    seen.add(processes.instant().toString().substring(11, 16) + " " + what);
  }
}
