package dev.timelapse.scheduler.jmx;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.TimeSource;
import dev.timelapse.scheduler.Trigger;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Map;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXConnectorServer;
import javax.management.remote.JMXConnectorServerFactory;
import javax.management.remote.JMXServiceURL;
import javax.management.remote.rmi.RMIConnectorServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a program sees that calls the MXBean by its own type, here and over a connection. */
class JmxProxyTest {

  private static final String NAME = "jmx proxy test";

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private final Scheduler scheduler = Scheduler.using(new StandingStill()).build();
  private final SchedulerJmx jmx = SchedulerJmx.register(scheduler, NAME);

  JmxProxyTest() {
    scheduler.add(
        "report",
        Trigger.every(ofMinutes(1)),
        () -> {
          throw new IllegalStateException("disk full");
        });
    scheduler.add("nightly", Trigger.every(ofHours(24)), () -> {});
    scheduler.after(ofHours(1), () -> {});
  }

  @AfterEach
  void unregister() {
    jmx.close();
  }

  @Test
  void proxy_onThePlatformServer_readsAndCallsByTheTypes() throws Exception {
    readAndCall(server);
  }

  @Test
  @SuppressWarnings("BanJNDI") // The address is this test's own connector's.
  void proxy_overAConnection_readsAndCallsByTheTypes() throws Exception {
    LoopbackSockets loopback = new LoopbackSockets();
    Map<String, Object> environment =
        Map.of(
            RMIConnectorServer.RMI_SERVER_SOCKET_FACTORY_ATTRIBUTE, loopback,
            RMIConnectorServer.RMI_CLIENT_SOCKET_FACTORY_ATTRIBUTE, loopback);
    JMXConnectorServer connector =
        JMXConnectorServerFactory.newJMXConnectorServer(
            new JMXServiceURL("rmi", "localhost", 0), environment, server);
    connector.start();
    try (JMXConnector client = JMXConnectorFactory.connect(connector.getAddress())) {
      readAndCall(client.getMBeanServerConnection());
    } finally {
      connector.stop();
    }
  }

  private void readAndCall(MBeanServerConnection connection) throws Exception {
    ObjectName objectName = new ObjectName("dev.timelapse:type=Scheduler,name=\"" + NAME + "\"");
    SchedulerMXBean bean = JMX.newMXBeanProxy(connection, objectName, SchedulerMXBean.class);

    assertThat(bean.getPendingCount()).isEqualTo(3);
    assertThat(bean.getJobs()).extracting(JobLine::getName).containsExactly("report", "nightly");
    JobLine fresh = bean.getJobs().get(0);
    assertThat(fresh.getTrigger()).isEqualTo("every 1m");
    assertThat(fresh.getNextDue()).isEqualTo("2026-03-27T12:01:00Z");
    assertThat(fresh.getRuns()).isZero();
    assertThat(fresh.getLastStart()).isNull();
    assertThat(fresh.getLastOutcome()).isNull();
    assertThat(fresh.isRunning()).isFalse();

    assertThat(bean.pause("report")).isTrue();
    assertThat(bean.pause("report")).isFalse();
    assertThat(bean.getJobs().get(0).isPaused()).isTrue();
    assertThat(bean.getPendingCount()).isEqualTo(2);
    assertThat(bean.resume("report")).isTrue();
    assertThat(bean.runNow("report")).isTrue();
    scheduler.runDue();

    JobLine failed = bean.getJobs().get(0);
    assertThat(failed.isPaused()).isFalse();
    assertThat(failed.getRuns()).isEqualTo(1);
    assertThat(failed.getLastStart()).isEqualTo("2026-03-27T12:00:00Z");
    assertThat(failed.getLastLatenessSeconds()).isZero();
    assertThat(failed.getLastDurationSeconds()).isZero();
    assertThat(failed.getLastOutcome()).isEqualTo("FAILED");
    assertThat(failed.getLastFailure()).isEqualTo("java.lang.IllegalStateException: disk full");
    assertThat(failed.getFailuresInRow()).isEqualTo(1);
    assertThatThrownBy(() -> bean.runNow("weekly"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"weekly\"")
        .hasMessageContaining("[report, nightly]");
  }

  private static final class StandingStill implements TimeSource {

    @Override
    public long nanoTime() {
      return 0;
    }

    @Override
    public Instant instant() {
      return Instant.parse("2026-03-27T12:00:00Z");
    }
  }
}
