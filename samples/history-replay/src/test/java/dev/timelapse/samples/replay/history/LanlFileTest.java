package dev.timelapse.samples.replay.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All rows are invented. */
class LanlFileTest {

  private static final String HEADER =
      "System,machine type,nodes,nodenum,Prob Started,Prob Fixed,Down Time,"
          + "Facilities,Hardware,Human Error,Network,Undetermined,Software\n";

  @TempDir Path directory;

  @Test
  void rows_ofTwoSystems_givesThoseOfTheChosenOne() throws Exception {
    Path file =
        write(
            HEADER
                + "31,toy,3,1,1/2/2003 3:00,1/2/2003 3:20,20,,Fan,,,,\n"
                + "32,toy,9,8,1/2/2003 4:00,1/2/2003 4:20,20,,Fan,,,,\n"
                + "31,toy,3,2,1/2/2003 5:00,1/2/2003 5:30,30,,,,,,\"Shell, cron, mail\"\n");

    LanlRecords records = LanlFile.read(file, "31");

    History history = records.history(null, null);
    assertThat(history.nodes()).containsExactly("node-0", "node-1", "node-2");
    assertThat(history.outages())
        .containsExactly(
            outage(1, "2003-01-02T10:00:00Z", "2003-01-02T10:20:00Z", "Fan"),
            outage(2, "2003-01-02T12:00:00Z", "2003-01-02T12:30:00Z", "Shell, cron, mail"));
    assertThat(history.period())
        .isEqualTo(
            new Period(
                Instant.parse("2003-01-02T10:00:00Z"), Instant.parse("2003-01-02T12:30:00Z")));
    assertThat(records.intake()).isEqualTo(new Intake(3, 2, 0, java.util.List.of(), 0, 0, 0, 0));
  }

  @Test
  void columns_areInAnotherOrder_areFoundByName() throws Exception {
    Path file =
        write("nodenum,Prob Fixed,nodes,Prob Started,System\n0,1/2/2003 3:20,1,1/2/2003 3:00,31\n");

    assertThat(LanlFile.read(file, "31").history(null, null).outages())
        .containsExactly(outage(0, "2003-01-02T10:00:00Z", "2003-01-02T10:20:00Z", null));
  }

  @Test
  void file_isGzippedUnderAnyName_isReadAsThePlainOne() throws Exception {
    String text = HEADER + "31,toy,1,0,1/2/2003 3:00,1/2/2003 3:20,20,,Fan,,,,\n";
    Path zipped = directory.resolve("records.csv");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    assertThat(LanlFile.read(zipped, null).history(null, null))
        .isEqualTo(LanlFile.read(write(text), null).history(null, null));
  }

  @Test
  void rows_areOdd_areCounted() throws Exception {
    Path file =
        write(
            HEADER
                + "31,toy,2,0,1/2/2003 3:00,1/2/2003 3:20,20,,,,,,\n"
                + "31,toy,2,1,1/2/2003 3:00,1/2/2003 3:20,21,Power,,,,,\n"
                + "31,toy,1,7,1/2/2003 3:00,1/2/2003 3:20,,Power,,,,,\n"
                + "31,toy,,7,1/2/2003 5:00,1/2/2003 5:20,20,Power,,,,,\n");

    LanlRecords records = LanlFile.read(file, null);

    Intake intake = records.intake();
    assertThat(intake.withoutCause()).isEqualTo(1);
    assertThat(intake.downTimeDiffers()).isEqualTo(2);
    assertThat(intake.nodeCountDiffers()).isEqualTo(2);
    assertThat(intake.numbersBeyondCount()).isEqualTo(1);
    assertThat(records.history(null, null).nodes()).containsExactly("node-0", "node-1", "node-7");
  }

  @Test
  void downTime_isMeasuredAcrossAClockChange_countsRealMinutes() throws Exception {
    Path file = write(HEADER + "31,toy,1,0,4/5/2003 12:00,4/6/2003 12:00,1380,,Fan,,,,\n");

    assertThat(LanlFile.read(file, null).intake().downTimeDiffers()).isZero();
  }

  @Test
  void nodeNumbers_beginAboveZero_areNodesWithTheLowestOthersFillingUp() throws Exception {
    Path file =
        write(
            HEADER
                + "31,toy,4,6,1/2/2003 3:00,1/2/2003 3:20,20,,Fan,,,,\n"
                + "31,toy,4,5,1/2/2003 4:00,1/2/2003 4:20,20,,Fan,,,,\n");

    History history = LanlFile.read(file, null).history(null, null);

    assertThat(history.nodes()).containsExactly("node-0", "node-1", "node-5", "node-6");
    assertThat(history.outages()).extracting(Outage::node).containsExactly(3, 2);
  }

  @Test
  void rows_cannotBeRead_areListedWithLineAndReason() throws Exception {
    Path file =
        write(
            HEADER
                + "31,toy,1,0,1/2/2003 3:00,1/2/2003 3:20,20,,\"Fan,\nloud\",,,,\n"
                + "31,toy,1,,1/2/2003 3:00,1/2/2003 3:20,20,,Fan,,,,\n"
                + "31,toy,1,x,1/2/2003 3:00,1/2/2003 3:20,20,,Fan,,,,\n"
                + "32,toy,1,x,1/2/2003 3:00,1/2/2003 3:20,20,,Fan,,,,\n"
                + "31,toy,1,0,2003-01-02,1/2/2003 3:20,20,,Fan,,,,\n"
                + ",toy,1,0,1/2/2003 3:00,1/2/2003 3:20,20,,Fan,,,,\n"
                + "31,toy,1,0\n");

    Intake intake = LanlFile.read(file, "31").intake();

    assertThat(intake.unreadable()).isEqualTo(5);
    assertThat(intake.listed())
        .containsExactly(
            new UnreadableRow(4, "nodenum is empty"),
            new UnreadableRow(5, "nodenum is \"x\", not a whole number up to 1000000"),
            new UnreadableRow(7, "Prob Started is \"2003-01-02\", not a date as in 9/6/2005 14:50"),
            new UnreadableRow(8, "System is empty"),
            new UnreadableRow(9, "has 4 fields, the header 13"));
  }

  @Test
  void unreadableRows_areMany_areCountedButListedUpToABound() throws Exception {
    Path file =
        write(
            HEADER
                + "31,toy,1,0,1/2/2003 3:00,1/2/2003 3:20,20,,Fan,,,,\n"
                + "31,toy,1,0,,,,,,,,,\n".repeat(1000));

    Intake intake = LanlFile.read(file, null).intake();

    assertThat(intake.unreadable()).isEqualTo(1000);
    assertThat(intake.listed()).hasSize(Intake.MOST_LISTED);
  }

  @Test
  void system_isMissingOrUnknown_isAnErrorThatListsWhatThereIs() throws Exception {
    Path file =
        write(
            HEADER
                + "118,toy,4,0,1/2/2003 3:00,1/2/2003 3:20,20,,Fan,,,,\n"
                + "31,toy,4,0,1/2/2003 3:00,1/2/2003 3:20,20,,Fan,,,,\n"
                + "31,toy,4,1,1/2/2003 3:00,1/2/2003 3:20,20,,Fan,,,,\n");

    assertThatThrownBy(() -> LanlFile.read(file, null))
        .isInstanceOf(HistoryException.class)
        .hasMessage(
            file
                + " has 2 systems. Choose one with --system: 31 (2 rows, 4 nodes), 118 (1 rows, 4 nodes)");
    assertThatThrownBy(() -> LanlFile.read(file, "20"))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("has no system 20. Choose one with --system: 31 (2 rows");
  }

  @Test
  void noRow_canBeRead_isAnErrorThatShowsTheFirst() throws Exception {
    Path file = write(HEADER + "31,toy,,,1/2/2003 3:00,1/2/2003 3:20,20,,Fan,,,,\n");

    assertThatThrownBy(() -> LanlFile.read(file, "31"))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("none of the 1 rows of system 31")
        .hasMessageContaining("line 2: nodenum is empty");
  }

  @Test
  void file_isNoneOfTheFormat_isAnErrorOfOneLine() throws Exception {
    Path brokenZip = directory.resolve("broken.gz");
    Files.write(brokenZip, new byte[] {0x1f, (byte) 0x8b, 1, 2, 3});

    assertFails(directory.resolve("missing.csv"), "no such file");
    assertFails(directory, "not a file");
    assertFails(brokenZip, "cannot read");
    assertFails(write(""), "no column \"System\"");
    assertFails(write("a,b\n1,2\n"), "no column \"System\"");
    assertFails(write(HEADER + "31,toy,1,0,\"1/2/2003 3:00,\n"), "cannot read");
  }

  @Test
  void period_isGiven_cutsAndDropsOutagesAtItsEdges() throws Exception {
    Path file =
        write(
            HEADER
                + "31,toy,1,0,1/1/2003 23:00,1/2/2003 5:00,360,,Fan,,,,\n"
                + "31,toy,1,0,1/4/2003 3:00,1/4/2003 3:20,20,,Fan,,,,\n");
    LanlRecords records = LanlFile.read(file, null);
    LocalDate from = LocalDate.parse("2003-01-02");

    History history = records.history(from, LocalDate.parse("2003-01-03"));

    assertThat(history.outages())
        .containsExactly(outage(0, "2003-01-02T07:00:00Z", "2003-01-02T12:00:00Z", "Fan"));
    assertThatThrownBy(() -> records.history(from, from)).hasMessageContaining("mend --from");
    assertThatThrownBy(() -> records.history(LocalDate.parse("2004-01-01"), null))
        .hasMessageContaining("mend --from");
  }

  private void assertFails(Path file, String part) {
    assertThatThrownBy(() -> LanlFile.read(file, "31"))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(part)
        .hasMessageNotContaining("\n");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(directory.resolve("records-" + text.hashCode() + ".csv"), text);
  }

  private static Outage outage(int node, String start, String end, String cause) {
    return new Outage(node, Instant.parse(start), Instant.parse(end), cause);
  }
}
