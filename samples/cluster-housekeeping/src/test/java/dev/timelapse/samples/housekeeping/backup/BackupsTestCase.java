package dev.timelapse.samples.housekeeping.backup;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.mockito.Mockito.mock;

import dev.timelapse.samples.housekeeping.paging.OnCall;
import dev.timelapse.samples.housekeeping.paging.Pager;
import dev.timelapse.samples.housekeeping.paging.PagingListener;
import dev.timelapse.scheduler.Retry;
import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.cron.CronExpression;
import dev.timelapse.testkit.Outside;
import dev.timelapse.testkit.Timelapse;
import dev.timelapse.testkit.TimelapseExtension;
import dev.timelapse.testkit.Timeline;
import dev.timelapse.testkit.recording.RecordedCall;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two sites. Copies are made at 02:30 and kept for 30 days, but three good ones at least; an old
 * one is verified on Sundays at 05:00, expired ones are deleted at 05:30.
 */
@ExtendWith(TimelapseExtension.class)
@Timelapse(start = "2026-03-01T00:00", zone = "Europe/Berlin")
abstract class BackupsTestCase {

  static final DataSet DATA = out -> out.write(1);

  @Outside ObjectStore hamburg;
  @Outside ObjectStore munich;
  @Outside Pager pager;
  Timeline time;
  Scheduler scheduler;

  final MemoryStore hamburgDisk = new MemoryStore();
  final MemoryStore munichDisk = new MemoryStore();
  final BackupListener events = mock(BackupListener.class);

  /** Which of the old copies is verified; the first unless a test says otherwise. */
  Choice choice = bound -> 0;

  Backups backups;

  @BeforeEach
  void standInForStores() {
    time.outside(hamburg).answeredBy(hamburgDisk);
    time.outside(munich).answeredBy(munichDisk);
  }

  /** Starts the jobs, in the time line's zone. */
  void start() {
    backups = start(scheduler);
  }

  private Backups start(Scheduler own) {
    Backups started =
        new Backups(
            own,
            time.timeSource(),
            new BackupSettings(
                cron("30 2 * * *"),
                Retry.exponential(ofMinutes(1)).upTo(ofMinutes(30)).attempts(12),
                ofHours(25),
                ofMinutes(15),
                cron("0 5 * * SUN"),
                cron("30 5 * * *"),
                ofDays(30),
                3),
            DATA,
            List.of(new Site("hamburg", hamburg), new Site("munich", munich)),
            bound -> choice.below(bound),
            new OnCall(pager, time.timeSource(), new PagingListener() {}),
            events);
    started.start();
    return started;
  }

  /** Kills the daemon, and starts another later, which finds what the stores have kept. */
  void killedBetween(String from, String until) {
    time.at(from, () -> time.crash(scheduler));
    time.at(
        until,
        () -> backups = time.restart(() -> start(Scheduler.using(time.timeSource()).build())));
  }

  /** Lets a store refuse all calls from one instant until another. */
  void outage(ObjectStore store, String from, String until) {
    time.outside(store).failsWith(() -> new IOException("store down")).between(from, until);
  }

  Copy copy(String site, String local) {
    return new Copy(site, at(local));
  }

  Instant at(String local) {
    return LocalDateTime.parse(local).atZone(time.zone()).toInstant();
  }

  /** When copies were written to a store, by the zone's clock; attempts that failed left out. */
  List<LocalDateTime> puts(String store) {
    return time.recording().callsTo(store).stream()
        .filter(call -> call.method().equals("put") && call.failure() == null)
        .map(RecordedCall::at)
        .map(instant -> LocalDateTime.ofInstant(instant, time.zone()))
        .toList();
  }

  private CronExpression cron(String expression) {
    return CronExpression.unix(expression, time.zone());
  }
}
