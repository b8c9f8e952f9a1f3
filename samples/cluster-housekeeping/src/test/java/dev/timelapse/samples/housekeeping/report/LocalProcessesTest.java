package dev.timelapse.samples.housekeeping.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalProcessesTest {

  private static final Duration LONG = Duration.ofMinutes(2);

  @Test
  void command_exits_givesItsStatusAndBothOutputs() throws Exception {
    assertThat(run("echo out; echo err >&2; exit 7", LONG))
        .isEqualTo(new Outcome(7, false, "out\nerr\n"));
  }

  @Test
  void command_readsItsInput_findsItEmpty() throws Exception {
    assertThat(run("cat; echo end", LONG)).isEqualTo(new Outcome(0, false, "end\n"));
  }

  @Test
  void command_floodsItsOutput_endsAndItsLastWordsAreKept() throws Exception {
    Outcome outcome = run("head -c 5000000 /dev/zero | tr '\\0' x; echo; echo last words", LONG);

    long whole = 5_000_000L + "\nlast words\n".length();
    assertThat(outcome.succeeded()).isTrue();
    assertThat(outcome.output())
        .startsWith("[" + (whole - LocalProcesses.KEPT_BYTES) + " bytes left out] xxx")
        .endsWith("x\nlast words\n");
  }

  @Test
  void command_overrunsItsTimeLimit_isEndedWithItsDescendants(@TempDir Path directory)
      throws Exception {
    Path pids = directory.resolve("pids");

    Outcome outcome =
        run(
            "sleep 600 & echo $! > %1$s.tmp; mv %1$s.tmp %1$s; echo begun; wait".formatted(pids),
            Duration.ofSeconds(2));

    assertThat(outcome.timedOut()).isTrue();
    assertThat(outcome.succeeded()).isFalse();
    assertThat(outcome.output()).isEqualTo("begun\n");
    ProcessHandle.of(Long.parseLong(Files.readString(pids).strip()))
        .ifPresent(child -> assertThat(child.onExit()).succeedsWithin(Duration.ofMinutes(1)));
  }

  @Test
  void descendant_keepsTheOutputOpen_isNotWaitedFor(@TempDir Path directory) throws Exception {
    Path pid = directory.resolve("pid");
    try {
      assertThat(run("sleep 600 & echo $! > " + pid + "; echo end", LONG))
          .isEqualTo(new Outcome(0, false, "end\n"));
    } finally {
      ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
          .ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  @Test
  void command_isNotFound_fails() {
    assertThatIOException()
        .isThrownBy(() -> new LocalProcesses().run(new Command(List.of("/no/such/program"), LONG)));
  }

  private static Outcome run(String script, Duration timeLimit)
      throws IOException, InterruptedException {
    return new LocalProcesses().run(new Command(List.of("sh", "-c", script), timeLimit));
  }
}
