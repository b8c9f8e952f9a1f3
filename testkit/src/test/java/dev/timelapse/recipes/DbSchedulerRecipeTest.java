package dev.timelapse.recipes;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.Waiter;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.timelapse.testkit.Leftover;
import dev.timelapse.testkit.Timelapse;
import dev.timelapse.testkit.TimelapseExtension;
import dev.timelapse.testkit.Timeline;
import dev.timelapse.testkit.VirtualExecutor;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * db-scheduler on a timeline and an embedded database, whole: it polls, picks, executes, beats and
 * finds dead executions, all in virtual time. {@link OnTimeline} gives it the timeline's clock,
 * virtual executors, and a {@code Waiter} between two polls that waits in virtual time;
 * db-scheduler would wait there on a monitor, for real. What the database does takes no virtual
 * time, and what it stores is the clock's.
 *
 * <p>In real time remains the default handling of a dead execution, which reschedules it for {@code
 * Instant.now()}: use {@code onDeadExecution} with {@code getTimeDone()}, which is the clock's, as
 * below.
 */
@ExtendWith(TimelapseExtension.class)
@Timelapse(start = "2026-03-27", zone = "Europe/Berlin")
class DbSchedulerRecipeTest {

  private static final String TABLE =
      """
      create table scheduled_tasks (
        task_name varchar(100), task_instance varchar(100), task_data blob,
        execution_time timestamp(6) with time zone, picked boolean, picked_by varchar(50),
        last_success timestamp(6) with time zone, last_failure timestamp(6) with time zone,
        consecutive_failures int, last_heartbeat timestamp(6) with time zone, version bigint,
        state varchar(50), priority smallint,
        primary key (task_name, task_instance))
      """;

  private final List<String> log = new ArrayList<>();
  private Timeline time;
  private DataSource database;

  @BeforeEach
  void makeTable(Timeline timeline) throws SQLException {
    time = timeline;
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setURL("jdbc:h2:mem:" + System.identityHashCode(this) + ";DB_CLOSE_DELAY=-1");
    database = h2;
    try (Connection connection = h2.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(TABLE);
    }
  }

  @Test
  void dailyTask_runsOnceEachDay_overTheChangeOfTheClocks() {
    RecurringTask<Void> backup =
        Tasks.recurring("backup", Schedules.daily(ZoneId.of("Europe/Berlin"), LocalTime.of(3, 30)))
            .execute((instance, context) -> say("backup"));
    Scheduler scheduler = new OnTimeline(time, database, List.of()).startTasks(backup).build();

    scheduler.start();
    time.advanceBy(ofDays(4));
    scheduler.stop();

    assertThat(log)
        .containsExactly(
            "2026-03-27T02:30:00Z backup",
            "2026-03-28T02:30:00Z backup",
            "2026-03-29T01:30:00Z backup",
            "2026-03-30T01:30:00Z backup");
  }

  @Test
  void failingTask_isRetriedWithBackoff() {
    OneTimeTask<Void> upload =
        Tasks.oneTime("upload")
            .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(ofMinutes(1), 2))
            .execute(
                (instance, context) -> {
                  say("upload");
                  if (log.size() < 4) {
                    throw new IllegalStateException("refused");
                  }
                });
    Scheduler scheduler = new OnTimeline(time, database, List.of(upload)).build();
    scheduler.start();
    scheduler.schedule(upload.instance("1"), time.now());

    time.advanceBy(ofHours(1));
    scheduler.stop();

    assertThat(log)
        .containsExactly(
            "2026-03-26T23:00:00Z upload",
            "2026-03-26T23:01:00Z upload",
            "2026-03-26T23:03:00Z upload",
            "2026-03-26T23:07:00Z upload");
  }

  @Test
  void nodeHangs_anotherOneFindsItsExecutionDead_andRunsItAgain() {
    OneTimeTask<Void> task =
        Tasks.oneTime("report")
            .onDeadExecution((dead, operations) -> operations.reschedule(dead, dead.getTimeDone()))
            .execute(
                (instance, context) -> {
                  String node = context.getExecution().pickedBy;
                  say("begun on " + node);
                  if (node.equals("first")) {
                    time.sleep(ofDays(365));
                  }
                });
    time.allow(Leftover.WAITING_TASKS);
    OnTimeline hanging = new OnTimeline(time, database, List.of(task));
    Scheduler first = hanging.schedulerName(new SchedulerName.Fixed("first")).build();
    first.start();
    first.schedule(task.instance("1"), time.now());
    time.advanceBy(ofMinutes(30));
    first.pause();
    hanging.housekeeper.shutdownNow();
    Scheduler second =
        new OnTimeline(time, database, List.of(task))
            .schedulerName(new SchedulerName.Fixed("second"))
            .build();
    second.start();

    time.advanceBy(ofHours(2));
    second.stop();

    assertThat(log)
        .containsExactly(
            "2026-03-26T23:00:00Z begun on first", "2026-03-27T00:00:00Z begun on second");
  }

  private void say(String what) {
    log.add(time.now() + " " + what);
  }

  /** Builds a scheduler that is driven by a timeline. */
  private static final class OnTimeline extends SchedulerBuilder {

    final VirtualExecutor housekeeper;
    private final Timeline time;

    OnTimeline(Timeline time, DataSource database, List<Task<?>> tasks) {
      super(database, tasks);
      this.time = time;
      this.housekeeper = time.executor("housekeeper", 3);
      clock(time::now);
      executorService(time.executor("executions", 10));
      dueExecutor(time.executor("poll", 1));
      housekeeperExecutor(housekeeper);
    }

    @Override
    protected Waiter buildWaiter() {
      return new VirtualWaiter(time, poolingInterval);
    }
  }

  /** The wait between two polls, in virtual time. */
  private static final class VirtualWaiter extends Waiter {

    private final Timeline time;
    private CompletableFuture<Void> wakeUp;
    private boolean waiting;

    VirtualWaiter(Timeline time, Duration duration) {
      super(duration, time::now);
      this.time = time;
      this.wakeUp = time.futures().incomplete();
    }

    @Override
    public void doWait() throws InterruptedException {
      waiting = true;
      try {
        wakeUp.get(getWaitDuration().toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        return;
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      } finally {
        waiting = false;
      }
      wakeUp = time.futures().incomplete();
    }

    @Override
    public boolean wake() {
      return waiting && wakeUp.complete(null);
    }

    @Override
    public void wakeOrSkipNextWait() {
      wakeUp.complete(null);
    }

    @Override
    public boolean isWaiting() {
      return waiting;
    }
  }
}
