package dev.timelapse.samples.housekeeping.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timelapse.samples.housekeeping.config.BackupConfig.SiteConfig;
import dev.timelapse.samples.housekeeping.fleet.NodeSettings;
import dev.timelapse.samples.housekeeping.fleet.ServiceSettings;
import dev.timelapse.scheduler.cron.CronExpression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @TempDir Path directory;

  @Test
  void exampleThatIsShipped_read_saysWhatItSays() throws Exception {
    HousekeepingConfig config = ConfigFile.read(Path.of("src/main/config/housekeeping.yaml"));

    assertThat(config.fleet().nodes())
        .containsExactly(
            new NodeSettings("node-1", "10.0.0.1", 22, false),
            new NodeSettings("node-2", "10.0.0.2", 22, false),
            new NodeSettings("node-3", "fd00::3", 22, false),
            new NodeSettings("spare-1", "spare-1.example.org", 22, true));
    assertThat(config.fleet().services())
        .containsExactly(new ServiceSettings("web", 2), new ServiceSettings("database", 3));
    assertThat(config.backup().sites())
        .containsExactly(
            new SiteConfig("hamburg", Path.of("/mnt/hamburg")),
            new SiteConfig("munich", Path.of("/mnt/munich")));
    assertThat(config.backup().settings().copyAt())
        .isEqualTo(CronExpression.unix("0 2 * * *", BERLIN));
    assertThat(config.backup().settings().retry())
        .hasToString("12 attempts, PT1M apart and doubling up to PT30M");
    assertThat(config.report().reportFile())
        .isEqualTo(Path.of("/var/lib/housekeeping/capacity.csv"));
    assertThat(config.inventory()).isEqualTo(Path.of("/var/lib/housekeeping/inventory.csv"));
  }

  @Test
  void leastFile_read_hasTheDefaultsAndPathsBesideIt() throws Exception {
    HousekeepingConfig config =
        read(
            """
            stateDirectory: state
            nodes: [{name: a, address: "a:1"}]
            services: [{name: web, replicas: 1}]
            """);

    assertThat(config.fleet().probePeriod()).isEqualTo(Duration.ofMinutes(1));
    assertThat(config.fleet().missedAnswersToMarkDown()).isEqualTo(2);
    assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(config.inventory()).isEqualTo(directory.resolve("state/inventory.csv"));
    assertThat(config.backup()).isNull();
    assertThat(config.report()).isNull();
  }

  @Test
  void brokenFile_read_tellsEverythingAtOnceWithItsPlace() {
    assertThat(
            problems(
                """
                zone: Europe/Berlim
                probe:
                  period: 1m
                  missedAnswersToMarkDown: 0
                  timeout: PT1S
                nodes:
                  - name: node-1
                    address: 10.0.0.1:22
                  - name: node-1
                    address: 10.0.0.2
                    spare: maybe
                  - just text
                services:
                  - name: web
                    replicas: 4
                  - replicas: two
                backup:
                  data: /srv/data
                  sites: []
                  copyAt: 0 25 * * *
                  retry: {first: PT1H, longest: PT1M}
                  expireAt: "30 5 * * *"
                  retention: P30D
                """))
        .containsExactly(
            "1:1: stateDirectory: is missing",
            "1:7: zone: \"Europe/Berlim\": must be a time zone such as Europe/Berlin or UTC",
            "3:11: probe.period: \"1m\": must be a duration such as PT30S, PT5M, PT1H30M or P30D,"
                + " from PT0.001S to PT24H",
            "4:28: probe.missedAnswersToMarkDown: \"0\": must be a whole number from 1 to 1000",
            "5:3: probe.timeout: is no key of this place; allowed are period,"
                + " missedAnswersToMarkDown, connectTimeout",
            "9:11: nodes[1].name: \"node-1\" is taken, in line 7; choose another",
            "10:14: nodes[1].address: \"10.0.0.2\": must be host:port, such as"
                + " db-1.example.org:22 or [fd00::1]:22",
            "11:12: nodes[1].spare: \"maybe\": must be true or false",
            "12:5: nodes[2]: must be a mapping of keys to values, not \"just text\"",
            "15:15: services[0].replicas: must be at most 3, the number of nodes that are no"
                + " spares, because replicas run on different nodes; not 4",
            "16:5: services[1].name: is missing",
            "16:15: services[1].replicas: \"two\": must be a whole number from 1 to 100000",
            "18:3: backup.verifyAt: is missing",
            "19:10: backup.sites: must be a list of at least one item, not an empty list",
            "20:11: backup.copyAt: \"0 25 * * *\": Not a unix cron expression, column 3: the hour"
                + " field takes 0 to 23, not \"25\"",
            "21:33: backup.retry.longest: must be at least the first delay, PT1H, not PT1M");
  }

  @Test
  void keyGivenTwice_read_namesBothLines() {
    assertThat(
            problems(
                """
                stateDirectory: state
                nodes: [{name: a, address: "a:1"}]
                services: [{name: web, replicas: 1}]
                nodes: [{name: b, address: "b:1"}]
                """))
        .containsExactly("4:1: nodes: is given twice, first in line 2; keep one");
  }

  @Test
  void noYaml_read_saysWhere() {
    assertThat(problems("nodes:\n  - name: [a\n"))
        .singleElement()
        .asString()
        .startsWith("2:13: this is not YAML: while parsing a flow sequence, expected ',' or ']'");
  }

  @Test
  void nothingInFile_read_saysSo() {
    assertThat(problems("# nothing but a remark\n")).containsExactly("1:1: the file is empty");
  }

  @Test
  void listInsteadOfMapping_read_saysSoOnce() {
    assertThat(problems("- nodes\n"))
        .containsExactly("1:1: must be a mapping of keys to values, not a list");
  }

  private HousekeepingConfig read(String yaml) throws ConfigException, IOException {
    return ConfigFile.read(Files.writeString(directory.resolve("c.yaml"), yaml));
  }

  /** Returns the problems without the name of the file in front. */
  private List<String> problems(String yaml) {
    ConfigException e = catchThrowableOfType(ConfigException.class, () -> read(yaml));
    String prefix = directory.resolve("c.yaml") + ":";
    assertThat(e.problems()).allSatisfy(line -> assertThat(line).startsWith(prefix));
    return e.problems().stream().map(line -> line.substring(prefix.length())).toList();
  }
}
