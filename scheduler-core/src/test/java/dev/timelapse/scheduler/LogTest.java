package dev.timelapse.scheduler;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the log says of a scheduler that nobody listens to. */
class LogTest {

  private final Logger logger = (Logger) LoggerFactory.getLogger(Scheduler.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final SimulatedTime time = new SimulatedTime();
  private final Scheduler scheduler = Scheduler.using(time).build();
  private int runs;

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
    logger.setLevel(Level.INFO);
  }

  @AfterEach
  void hearNoMore() {
    logger.setLevel(null);
    logger.detachAppender(log);
  }

  @Test
  void failures_areLoggedWithTheJobsNameAndTheirCause() {
    scheduler.add(
        Job.named("backup")
            .trigger(Trigger.every(ofHours(1)))
            .retry(Retry.fixed(ofSeconds(10)).attempts(2))
            .task(
                () -> {
                  throw new IllegalStateException("disk full");
                }));

    time.drive(scheduler, ofMinutes(61));

    assertThat(lines())
        .containsExactly(
            "ERROR \"backup\" failed (due 2026-03-27T01:00:00Z, attempt 1); the schedule goes on",
            "INFO \"backup\" will be attempted again in PT10S",
            "ERROR \"backup\" failed (due 2026-03-27T01:00:10Z, attempt 2); the schedule goes on",
            "ERROR \"backup\" gave up after attempt 2: java.lang.IllegalStateException: disk full");
    assertThat(log.list.get(0).getThrowableProxy().getMessage()).isEqualTo("disk full");
  }

  @Test
  void latenessAndSlowness_areLoggedOnceWhenTheyBeginAndOnceWhenTheyEnd() {
    scheduler.add(
        Job.named("probe")
            .trigger(Trigger.every(ofSeconds(10)))
            .warnWhenLate(ofSeconds(2))
            .warnWhenSlow(ofSeconds(4))
            .task(
                () -> {
                  runs++;
                  time.pass(ofSeconds(runs <= 2 ? 13 : 1));
                }));

    time.drive(scheduler, ofSeconds(60));

    assertThat(lines())
        .containsExactly(
            "WARN \"probe\" took PT13S (due 2026-03-27T00:00:10Z);"
                + " this is told again when it is over",
            "WARN \"probe\" started PT3S late (due 2026-03-27T00:00:20Z);"
                + " this is told again when it is over",
            "INFO \"probe\" is no longer slow: it took PT1S",
            "INFO \"probe\" is on time again (due 2026-03-27T00:00:40Z)");
  }

  @Test
  void firingsMissedAgainAndAgain_areLoggedOnceWhenThatBeginsAndOnceWhenItEnds() {
    scheduler.add(
        "probe",
        Trigger.every(ofSeconds(1)),
        () -> {
          runs++;
          time.pass(runs <= 3 ? ofSeconds(5) : Duration.ZERO);
        });

    time.drive(scheduler, ofSeconds(30));

    assertThat(lines())
        .containsExactly(
            "WARN \"probe\" missed 4 firing(s) (due 2026-03-27T00:00:02Z);"
                + " this is told again when it is over",
            "INFO \"probe\" misses no firings any more; it has missed 12"
                + " (due 2026-03-27T00:00:17Z)");
  }

  @Test
  void missedFiringsAndClockSteps_areLogged() {
    scheduler.add("report", Trigger.cron("* * * * *", ZoneOffset.UTC), () -> {});

    time.stepWallClock(ofMinutes(10));
    time.drive(scheduler, ofSeconds(1));

    assertThat(lines())
        .containsExactly(
            "WARN the wall clock was stepped by PT10M; calendar jobs follow it",
            "WARN \"report\" missed 9 firing(s) (due 2026-03-27T00:01:00Z);"
                + " this is told again when it is over");
  }

  private List<String> lines() {
    return log.list.stream().map(e -> e.getLevel() + " " + e.getFormattedMessage()).toList();
  }
}
