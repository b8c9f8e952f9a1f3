package dev.timelapse.scheduler.jmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.TimeSource;
import dev.timelapse.scheduler.Trigger;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import javax.management.InstanceNotFoundException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a console sees, through the platform's MBean server. */
class SchedulerJmxTest {

  private static final Instant NOON = Instant.parse("2026-03-27T12:00:00Z");

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private final Scheduler scheduler = Scheduler.using(new StandingStill()).build();
  private final SchedulerJmx jmx = SchedulerJmx.register(scheduler, "jmx test: a, b=c");
  private final ObjectName name;

  SchedulerJmxTest() throws Exception {
    name = new ObjectName("dev.timelapse:type=Scheduler,name=\"jmx test: a, b=c\"");
    scheduler.add(
        "job",
        Trigger.every(Duration.ofMinutes(1)),
        () -> {
          throw new IllegalStateException("disk full");
        });
    scheduler.after(Duration.ofHours(1), () -> {});
  }

  @AfterEach
  void unregister() {
    jmx.close();
  }

  @Test
  void attributes_read_tellOfJobsAndPendingEvents() throws Exception {
    assertThat(server.getAttribute(name, "PendingCount")).isEqualTo(2);
    CompositeData job = job();
    assertThat(job.get("name")).isEqualTo("job");
    assertThat(job.get("trigger")).isEqualTo("every 1m");
    assertThat(job.get("nextDue")).isEqualTo("2026-03-27T12:01:00Z");
    assertThat(job.get("paused")).isEqualTo(false);
    assertThat(job.get("running")).isEqualTo(false);
    assertThat(job.get("runs")).isEqualTo(0L);
    assertThat(job.get("lastStart")).isNull();
    assertThat(job.get("lastOutcome")).isNull();
  }

  @Test
  void operations_called_pauseResumeAndRun() throws Exception {
    assertThat(call("pause", "job")).isEqualTo(true);
    assertThat(job().get("paused")).isEqualTo(true);
    assertThat(job().get("nextDue")).isNull();
    assertThat(server.getAttribute(name, "PendingCount")).isEqualTo(1);
    assertThat(call("resume", "job")).isEqualTo(true);
    assertThat(call("runNow", "job")).isEqualTo(true);
    scheduler.runDue();

    CompositeData job = job();
    assertThat(job.get("runs")).isEqualTo(1L);
    assertThat(job.get("lastStart")).isEqualTo("2026-03-27T12:00:00Z");
    assertThat(job.get("lastLatenessSeconds")).isEqualTo(0.0);
    assertThat(job.get("lastDurationSeconds")).isEqualTo(0.0);
    assertThat(job.get("lastOutcome")).isEqualTo("FAILED");
    assertThat(job.get("lastFailure")).isEqualTo("java.lang.IllegalStateException: disk full");
    assertThat(job.get("failuresInRow")).isEqualTo(1);
  }

  @Test
  void unknownJob_called_isRefusedWithTheOnesThereAre() {
    assertThatThrownBy(() -> call("runNow", "jib"))
        .isInstanceOf(RuntimeMBeanException.class)
        .cause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"jib\"")
        .hasMessageContaining("[job]");
  }

  @Test
  void registration_closed_isGoneAndClosingAgainDoesNothing() {
    jmx.close();
    jmx.close();

    assertThatThrownBy(() -> server.getAttribute(name, "PendingCount"))
        .isInstanceOf(InstanceNotFoundException.class);
  }

  @Test
  void nameThatIsTaken_registered_isRefused() {
    assertThatThrownBy(() -> SchedulerJmx.register(scheduler, "jmx test: a, b=c"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("jmx test: a, b=c");
  }

  private CompositeData job() throws Exception {
    return ((CompositeData[]) server.getAttribute(name, "Jobs"))[0];
  }

  private Object call(String operation, String job) throws Exception {
    return server.invoke(
        name, operation, new Object[] {job}, new String[] {String.class.getName()});
  }

  private static final class StandingStill implements TimeSource {

    @Override
    public long nanoTime() {
      return 0;
    }

    @Override
    public Instant instant() {
      return NOON;
    }
  }
}
