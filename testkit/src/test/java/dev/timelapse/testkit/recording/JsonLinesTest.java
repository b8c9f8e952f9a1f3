package dev.timelapse.testkit.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTest {

  @TempDir Path directory;

  private final ManualTime time = new ManualTime();
  private final Recorder recorder = new Recorder(ManualTime.START, time);
  private final Recording recording = recorder.recording();

  @Test
  void recordingOfEachKind_isOneObjectALine() throws IOException {
    long firing = recorder.firingStarted("scheduler", "copy", 2, 5);
    long call = recorder.callStarted("store", "put(\"a\")");
    time.passes(Duration.ofSeconds(1));
    recorder.callFailed(call, new IOException("down\n"));
    recorder.firingEnded(firing, null);
    recorder.callAnswered(recorder.callStarted("store", "get()"), "\"a\"");
    recorder.clockStepped(Duration.ofSeconds(-2));
    recorder.crashed("store");
    recorder.chosen("late", 3, 1);
    recorder.checked("copies", "broken");
    recorder.logged(Level.INFO, "a.Store", "up", null);
    recorder.actionStarted("after PT1H");
    recorder.clockDrifts(Duration.ofSeconds(-2), Duration.ofDays(1));

    Path file = directory.resolve("new/directory/run.jsonl");
    assertThat(recording.writeTo(file)).isEqualTo(file);

    assertThat(Files.readString(file))
        .isEqualTo(
            """
            {"start":"2026-03-01T00:00:00Z","zone":"Z"}
            {"number":0,"at":"2026-03-01T00:00:00Z","elapsedNanos":0,"kind":"firing","lane":"scheduler","what":"copy (attempt 2)","name":"copy","attempt":2,"lateNanos":5,"tookNanos":1000000000}
            {"number":1,"at":"2026-03-01T00:00:00Z","elapsedNanos":0,"kind":"call","lane":"store","what":"put(\\"a\\")","tookNanos":1000000000,"failure":"IOException: down"}
            {"number":2,"at":"2026-03-01T00:00:01Z","elapsedNanos":1000000000,"kind":"call","lane":"store","what":"get()","tookNanos":0,"answer":"\\"a\\""}
            {"number":3,"at":"2026-03-01T00:00:01Z","elapsedNanos":1000000000,"kind":"step","lane":"wall clock","what":"set back 2 s","byNanos":-2000000000}
            {"number":4,"at":"2026-03-01T00:00:01Z","elapsedNanos":1000000000,"kind":"crash","lane":"store","what":"crashes"}
            {"number":5,"at":"2026-03-01T00:00:01Z","elapsedNanos":1000000000,"kind":"choice","lane":"choice","what":"late","bound":3,"value":1}
            {"number":6,"at":"2026-03-01T00:00:01Z","elapsedNanos":1000000000,"kind":"check","lane":"check","what":"copies","outcome":"broken"}
            {"number":7,"at":"2026-03-01T00:00:01Z","elapsedNanos":1000000000,"kind":"log","lane":"log","what":"up","level":"INFO","logger":"a.Store"}
            {"number":8,"at":"2026-03-01T00:00:01Z","elapsedNanos":1000000000,"kind":"action","lane":"script","what":"after PT1H"}
            {"number":9,"at":"2026-03-01T00:00:01Z","elapsedNanos":1000000000,"kind":"drift","lane":"wall clock","what":"loses 2 s in 1 d","gainNanos":-2000000000,"perNanos":86400000000000}""");
  }

  @Test
  void streamed_hasEveryEntryInOrder_whateverIsKept() throws IOException {
    Path file = directory.resolve("run.jsonl");
    recording.keepLast(3);
    recording.streamTo(file);
    for (int i = 0; i < 10; i++) {
      recorder.noted("note", "n" + i);
    }
    recording.keepLast(1);
    recorder.noted("note", "n10");
    recorder.close();

    assertThat(Files.readAllLines(file))
        .hasSize(12)
        .satisfies(lines -> assertThat(lines.get(1)).contains("\"number\":0,", "\"n0\""))
        .satisfies(lines -> assertThat(lines.get(11)).contains("\"number\":10,", "\"n10\""));
    assertThat(recording.entries()).hasSize(1);
  }

  @Test
  void entryThatEndsAfterItWasWritten_isFollowedByItsEnd() throws IOException {
    Path file = directory.resolve("run.jsonl");
    recording.keepLast(0);
    recording.streamTo(file);
    long firing = recorder.firingStarted("scheduler", "long", 1, 0);
    recorder.noted("note", "meanwhile");
    time.passes(Duration.ofSeconds(1));
    recorder.firingEnded(firing, new IllegalStateException("too long"));

    assertThat(recording.writeTo(directory.resolve("other.jsonl"))).isEqualTo(file);

    assertThat(Files.readAllLines(file).subList(1, 4))
        .satisfiesExactly(
            line -> assertThat(line).contains("\"what\":\"long\"").doesNotContain("tookNanos"),
            line ->
                assertThat(line)
                    .isEqualTo(
                        "{\"number\":0,\"kind\":\"end\",\"elapsedNanos\":1000000000,"
                            + "\"failure\":\"IllegalStateException: too long\"}"),
            line -> assertThat(line).contains("meanwhile"));
  }

  @Test
  void secondStream_orNoFile_isRefused() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    assertThatThrownBy(() -> recording.writeTo(file.resolve("run.jsonl")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("run.jsonl");
    recording.streamTo(file);
    assertThatIllegalStateException()
        .isThrownBy(() -> recording.streamTo(directory.resolve("other")))
        .withMessageContaining(file.toString());
    recorder.close();
  }
}
