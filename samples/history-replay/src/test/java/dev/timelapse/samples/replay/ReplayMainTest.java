package dev.timelapse.samples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timelapse.scheduler.TimeSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ReplayMainTest {

  private static final String HEADER = "System,nodes,nodenum,Prob Started,Prob Fixed,Down Time\n";

  @TempDir Path directory;

  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();
  private Path records = Path.of("");

  /** Three nodes: two outages of ten minutes, and an unreadable row. All rows are invented. */
  @BeforeEach
  void writeRecords() throws IOException {
    records = directory.resolve("records.csv");
    Files.writeString(
        records,
        HEADER
            + "31,3,0,1/2/2003 3:00,1/2/2003 3:10,10\n"
            + "31,3,1,1/2/2003 4:00,1/2/2003 4:10,10\n"
            + "31,3,x,1/2/2003 4:00,1/2/2003 4:10,10\n");
  }

  @Test
  void records_areReplayed_giveTheirFigures() {
    assertThat(run("--lanl", records, "--system", "31", "--probe-period", "PT1M")).isZero();

    assertThat(err.toString()).isEmpty();
    assertThat(out.toString().lines())
        .contains(
            "Los Alamos, system 31",
            "2003-01-02 03:00 to 2003-01-02 04:10 America/Denver, 0 days",
            "3 nodes and 2 spares, each probed every 1 min, down after 2 missed answers",
            "  not readable                                 1",
            "    line 4: nodenum is \"x\", not a whole number up to 1000000",
            "  detected                                     2",
            "  delay, max                               1 min",
            "  replacements                                 2",
            "  probe calls                                355");
  }

  @Test
  void input_isTheSame_givesTheSameJsonButForTheTiming() throws Exception {
    Path first = directory.resolve("first.json");
    Path second = directory.resolve("second.json");

    run("--nodes", "9", "--days", "40", "--probe-period", "PT10M", "--json", first);
    run("--nodes", "9", "--days", "40", "--probe-period", "PT10M", "--json", second);

    assertThat(withoutTiming(second)).isEqualTo(withoutTiming(first));
    assertThat(withoutTiming(first)).contains("\"nodes\" : 9");
  }

  @Test
  void text_isPrintedTwice_isTheSameUpToTheSpeed() {
    run("--nodes", "9", "--days", "40", "--probe-period", "PT10M");
    String first = out.toString();
    out = new StringWriter();
    run("--nodes", "9", "--days", "40", "--probe-period", "PT10M");

    assertThat(upToTheSpeed(out.toString())).isEqualTo(upToTheSpeed(first));
  }

  @Test
  void bundledHistory_isReplayed_givesThePageOfBothReadmes() throws IOException {
    run();

    String page = upToTheSpeed(out.toString());
    assertThat(Path.of("README.md")).content().contains(page);
    assertThat(Path.of("../../README.md")).content().contains(page);
  }

  @Test
  void picture_isAskedFor_isWritten() throws IOException {
    Path picture = directory.resolve("fleet.svg");

    assertThat(run("--lanl", records, "--svg", picture)).isZero();

    assertThat(picture).content().contains("<svg").contains("Los Alamos, system 31");
  }

  @Test
  void rowsAreUnreadable_andThatIsFatal_nothingIsReplayed() {
    assertThat(run("--lanl", records, "--strict")).isEqualTo(2);

    assertThat(out.toString()).isEmpty();
    assertThat(err.toString())
        .isEqualTo(
            "history-replay: 1 rows of %s cannot be read: mend them, or leave out --strict%n"
                    .formatted(records)
                + "  line 4: nodenum is \"x\", not a whole number up to 1000000%n".formatted());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--spares -1                      | --spares is -1: give a number from 0",
        "--probe-period PT0S              | --probe-period is PT0S: give one from PT1S",
        "--probe-period 5                 | '5' is not a duration: write PT5M",
        "--misses 0                       | --misses is 0: give a number from 1",
        "--nodes 0                        | --nodes is 0: give a number from 1",
        "--days 0                         | --days is 0: give a number from 1",
        "--system 20                      | --system is about a file of records",
        "--lanl missing.csv               | cannot read missing.csv: no such file",
        "--lanl RECORDS --system 20       | no system 20. Choose one with --system: 31 (3 rows",
        "--lanl RECORDS --nodes 5         | --nodes is about a generated history",
        "--lanl RECORDS --from 2005-01-01 | mend --from",
        "--lanl RECORDS --from yesterday  | 'yesterday' is not a date",
        "--json no/such/directory/a.json  | cannot write no/such/directory/a.json",
        "--speed 3                        | Unknown options: '--speed'",
      })
  void input_isBad_isAnErrorOfALineOrTwoAndExitCodeTwo(String arguments, String message) {
    Object[] words = arguments.replace("RECORDS", records.toString()).split(" ");

    assertThat(run(words)).isEqualTo(2);

    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).startsWith("history-replay: ").contains(message);
    assertThat(err.toString().lines()).hasSizeBetween(1, 2).noneMatch(l -> l.contains("\tat "));
  }

  private int run(Object... arguments) {
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    CommandLine command = ReplayMain.commandLine(new SteppingTime(), false);
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return command.execute(words);
  }

  private static String withoutTiming(Path file) throws IOException {
    JsonNode json = new ObjectMapper().readTree(file.toFile());
    ((ObjectNode) json).remove("timing");
    return json.toPrettyString();
  }

  private static String upToTheSpeed(String text) {
    assertThat(text).contains("Speed on this machine");
    return text.substring(0, text.indexOf("Speed on this machine"));
  }

  /** A machine on which each look at the clock takes longer than the one before. */
  private static final class SteppingTime implements TimeSource {

    private static int looks = 0;
    private long nanos;

    @Override
    public long nanoTime() {
      looks++;
      nanos += looks * 1_000_000L;
      return nanos;
    }

    @Override
    public Instant instant() {
      return Instant.EPOCH.plusNanos(nanoTime());
    }
  }
}
