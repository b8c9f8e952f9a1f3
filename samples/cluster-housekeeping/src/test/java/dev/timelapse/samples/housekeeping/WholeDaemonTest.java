package dev.timelapse.samples.housekeeping;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;

import dev.timelapse.samples.housekeeping.backup.DirectoryObjectStore;
import dev.timelapse.samples.housekeeping.backup.ObjectStore;
import dev.timelapse.samples.housekeeping.backup.Site;
import dev.timelapse.samples.housekeeping.config.ConfigFile;
import dev.timelapse.samples.housekeeping.config.HousekeepingConfig;
import dev.timelapse.samples.housekeeping.fleet.InventoryFile;
import dev.timelapse.samples.housekeeping.fleet.NodeProbe;
import dev.timelapse.samples.housekeeping.fleet.Provisioner;
import dev.timelapse.samples.housekeeping.paging.Pager;
import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.fork.ProcessLauncher;
import dev.timelapse.testkit.Outside;
import dev.timelapse.testkit.Timelapse;
import dev.timelapse.testkit.TimelapseExtension;
import dev.timelapse.testkit.Timeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * All jobs of the daemon together, from a configuration file, on real files and with a real process
 * for the report: only time, the nodes and the pager are not real.
 */
@ExtendWith(TimelapseExtension.class)
@Timelapse(start = "2026-03-01T00:00", zone = "Europe/Berlin")
class WholeDaemonTest {

  private static final String CONFIG =
      """
      zone: Europe/Berlin
      stateDirectory: state
      probe: {period: PT10M}
      nodes:
        - {name: node-1, address: "host:1"}
        - {name: node-2, address: "host:2"}
        - {name: node-3, address: "host:3"}
        - {name: spare-1, address: "host:4", spare: true}
      services: [{name: web, replicas: 2}, {name: db, replicas: 2}]
      backup:
        data: data
        sites: [{name: hamburg, directory: hamburg}]
        copyAt: 0 3 * * *
        verifyAt: 0 5 * * SUN
        expireAt: 30 5 * * *
        retention: P14D
      report: {at: 0 6 1 * *}
      """;

  @Outside NodeProbe probe;
  @Outside Provisioner provisioner;
  @Outside ObjectStore hamburg;
  @Outside ProcessLauncher processes;
  @Outside Pager pager;
  Timeline time;
  Scheduler scheduler;
  @TempDir Path directory;

  private final HousekeepingListener events = mock(HousekeepingListener.class);
  private final Set<String> dead = new HashSet<>();

  @BeforeEach
  void start() throws Exception {
    Files.createDirectories(directory.resolve("hamburg"));
    HousekeepingConfig config =
        ConfigFile.read(Files.writeString(directory.resolve("c.yaml"), CONFIG));
    time.outside(probe).answeredBy((NodeProbe) node -> !dead.contains(node.name()));
    time.outside(provisioner).answeredBy(new InventoryFile(config.inventory()));
    time.outside(hamburg).answeredBy(new DirectoryObjectStore(directory.resolve("hamburg")));
    time.outside(processes).answeredBy(ProcessLauncher.system());
    new Housekeeping(
            scheduler,
            time.timeSource(),
            new HousekeepingSettings(config.fleet(), config.backup().settings(), config.report()),
            new OutsideWorld(
                probe,
                provisioner,
                out -> out.write(1),
                List.of(new Site("hamburg", hamburg)),
                bound -> 0,
                processes,
                pager),
            events)
        .start();
  }

  @Test
  void longCopy_andNodeThatFailsMeanwhile_nodeIsReplacedWhenTheCopyIsDone() throws Exception {
    time.outside(hamburg).takes(ofMinutes(45));
    time.at("2026-03-05T03:00:30", () -> dead.add("node-2"));
    time.at("2026-03-20T12:00", () -> dead.remove("node-2"));

    time.advanceTo("2026-05-01T00:00");

    Instant copyIsDoneAndOneRoundMore = Instant.parse("2026-03-05T03:40:00Z");
    then(events).should().markedDown(any(), eq(copyIsDoneAndOneRoundMore));
    then(events).should().replaced(any(), any(), eq(copyIsDoneAndOneRoundMore));
    then(pager).should().page(eq("spare pool"), anyString());
    then(pager).should().resolve(eq("spare pool"), anyString());
    then(pager).shouldHaveNoMoreInteractions();
    then(events).should(times(61)).copyMade(any(), eq(1), any());
    then(events).should(times(2)).reportMade(any(), any());
    assertThat(directory.resolve("state/inventory.csv"))
        .hasContent("service,node\ndb,node-1\ndb,node-3\nweb,node-1\nweb,spare-1\n");
    assertThat(directory.resolve("state/capacity.csv"))
        .content()
        .contains("nodes,active,3\n", "nodes,spare,1\n", "good copies,hamburg,14\n");
  }
}
