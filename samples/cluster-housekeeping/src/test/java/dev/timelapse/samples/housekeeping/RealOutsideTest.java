package dev.timelapse.samples.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.samples.housekeeping.backup.Copy;
import dev.timelapse.samples.housekeeping.config.ConfigFile;
import dev.timelapse.samples.housekeeping.fleet.Node;
import dev.timelapse.samples.housekeeping.fleet.Service;
import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.TimeSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The daemon as it is run, with real time, sockets, files and processes, on loopback. */
class RealOutsideTest {

  @TempDir Path directory;

  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void listenerStopsAndComesBack_marksReplacesPagesCopiesReports() throws Exception {
    Files.createDirectories(directory.resolve("site"));
    Files.createDirectories(directory.resolve("data"));
    Files.writeString(directory.resolve("data/precious.txt"), "precious");
    SettableClock time = new SettableClock();
    try (LoopbackNode two = LoopbackNode.onPort(0);
        LoopbackNode spare = LoopbackNode.onPort(0);
        Scheduler scheduler = Scheduler.using(time).build()) {
      int port;
      try (LoopbackNode one = LoopbackNode.onPort(0)) {
        port = one.port();
        Path file = Files.writeString(directory.resolve("c.yaml"), yaml(one, two, spare));
        Production.housekeeping(ConfigFile.read(file), scheduler, time, new Queueing()).start();
        new Thread(() -> drive(scheduler), "driver").start();
        await("web on one", "web on two");
      }
      await("one is down", "spare for one", "web on spare", "no spare left", "paged spare pool");
      assertThat(inventory()).hasContent("service,node\nweb,one\nweb,spare\nweb,two\n");

      try (LoopbackNode again = LoopbackNode.onPort(port)) {
        assertThat(again.port()).isEqualTo(port);
        await("one is up", "one is a spare", "resolved spare pool");
        assertThat(inventory()).hasContent("service,node\nweb,spare\nweb,two\n");
      }

      time.set(Instant.parse("2026-03-27T23:59:59.9Z"));
      await("copied to site", "report made");
    }
    await("ended");
    assertThat(directory.resolve("site")).isDirectoryContaining("glob:**/data-20260328T*Z.zip");
    assertThat(directory.resolve("state/capacity.csv"))
        .content()
        .contains("replicas running,web,2\n");
  }

  private Path inventory() {
    return directory.resolve("state/inventory.csv");
  }

  private static String yaml(LoopbackNode one, LoopbackNode two, LoopbackNode spare) {
    return """
        stateDirectory: state
        probe: {period: PT0.05S, missedAnswersToMarkDown: 2, connectTimeout: PT20S}
        nodes:
          - {name: one, address: "127.0.0.1:%d"}
          - {name: two, address: "127.0.0.1:%d"}
          - {name: spare, address: "127.0.0.1:%d", spare: true}
        services: [{name: web, replicas: 2}]
        backup:
          data: data
          sites: [{name: site, directory: site}]
          copyAt: 0 0 * * *
          verifyAt: 0 5 * * SUN
          expireAt: 0 5 * * *
          retention: P30D
        report: {at: 0 0 * * *}
        """
        .formatted(one.port(), two.port(), spare.port());
  }

  private void drive(Scheduler scheduler) {
    try {
      scheduler.run();
      events.add("ended");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits until all of some events have happened; others are of no interest. */
  private void await(String... expected) throws InterruptedException {
    Set<String> missing = new HashSet<>(Set.of(expected));
    while (!missing.isEmpty()) {
      String event = events.poll(1, TimeUnit.MINUTES);
      assertThat(event).as("what happened while waiting for %s", missing).isNotNull();
      missing.remove(event);
    }
  }

  /** The machine's elapsed time, with a wall clock that begins at noon and can be set. */
  private static final class SettableClock implements TimeSource {

    private volatile Instant shownAtOrigin =
        Instant.parse("2026-03-27T12:00:00Z").minusNanos(nanoTime());

    void set(Instant instant) {
      shownAtOrigin = instant.minusNanos(nanoTime());
    }

    @Override
    public long nanoTime() {
      return TimeSource.system().nanoTime();
    }

    @Override
    public Instant instant() {
      return shownAtOrigin.plusNanos(nanoTime());
    }
  }

  /** Runs on the driver's thread; the test takes from the queue. */
  private final class Queueing implements HousekeepingListener {

    @Override
    public void markedDown(Node node, Instant at) {
      events.add(node + " is down");
    }

    @Override
    public void markedUp(Node node, Instant at) {
      events.add(node + " is up");
    }

    @Override
    public void becameSpare(Node node, Instant at) {
      events.add(node + " is a spare");
    }

    @Override
    public void replaced(Node down, Node by, Instant at) {
      events.add(by + " for " + down);
    }

    @Override
    public void poolEmptied(Instant at) {
      events.add("no spare left");
    }

    @Override
    public void replicaPlaced(Service service, Node node, Instant at) {
      events.add(service + " on " + node);
    }

    @Override
    public void copyMade(Copy copy, int attempt, Instant at) {
      events.add("copied to " + copy.site());
    }

    @Override
    public void reportMade(Path file, Instant at) {
      events.add("report made");
    }

    @Override
    public void paged(String subject, String text, Instant at) {
      events.add("paged " + subject);
    }

    @Override
    public void resolved(String subject, String text, Instant at) {
      events.add("resolved " + subject);
    }
  }
}
