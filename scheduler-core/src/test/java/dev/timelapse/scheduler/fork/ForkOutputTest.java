package dev.timelapse.scheduler.fork;

import static dev.timelapse.scheduler.fork.Scripts.sh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.timelapse.scheduler.fork.ForkOutcome.Exited;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class ForkOutputTest {

  private final List<String> lines = new ArrayList<>();

  @Test
  void process_writesToBothOutputs_isReadInTheOrderOfWriting() throws Exception {
    ForkResult result = sh("echo 1; echo 2 >&2; echo 3; printf 4 >&2").output(lines::add).await();

    assertThat(lines).containsExactly("1", "2", "3", "4");
    assertThat(result.output()).isEqualTo(new ForkOutput(7, 0, "1\n2\n3\n4"));
  }

  @Test
  void output_exceedsItsLimit_isCutThereAndCounted() throws Exception {
    ForkResult result =
        sh("printf 'abcde\\nfghijkl\\nm\\n'").outputLimit(10).output(lines::add).await();

    assertThat(lines).containsExactly("abcde", "fghi");
    assertThat(result.output()).isEqualTo(new ForkOutput(16, 6, "abcde\nfghijkl\nm\n"));
  }

  @Test
  void output_isOneEndlessLine_isCutAndItsLastWordsAreKept() throws Exception {
    ForkResult result =
        sh("head -c 20000 /dev/zero | tr '\\0' x; printf end").output(lines::add).await();

    assertThat(lines).containsExactly("x".repeat(8192));
    assertThat(result.output())
        .isEqualTo(new ForkOutput(20_003, 20_003 - 8192, "x".repeat(8189) + "end"));
  }

  @Test
  void process_floodsItsOutput_isNotHeldUpAndFitsInASmallHeap() throws Exception {
    ForkedTask.java(
            JavaProgram.main(FloodReader.class)
                .maxHeapMegabytes(16)
                .arguments("yes 0123456789 | head -c 100000000"))
        .output(lines::add)
        .run();

    assertThat(lines).containsExactly("100000000 bytes, 99737856 dropped");
  }

  @Test
  void consumer_isBusyUntilTheProcessEnds_doesNotHoldItUp() throws Exception {
    // A pipe holds far less than this: the process would wait for a reader for ever.
    ForkResult result =
        sh("echo $$; yes | head -c 1000000")
            .outputLimit(1000)
            .output(
                line -> {
                  if (lines.isEmpty()) {
                    ProcessHandle.of(Long.parseLong(line))
                        .ifPresent(process -> process.onExit().join());
                  }
                  lines.add(line);
                })
            .await();

    assertThat(result.outcome()).isEqualTo(new Exited(0));
    assertThat(result.output().bytes()).isEqualTo(1_000_000 + lines.get(0).length() + 1);
  }

  @Test
  void consumer_throws_isNotCalledAgainAndFailsTheTaskAtItsEnd() {
    ForkedTask task = sh("echo a; echo b; exit 0").output(this::refuse);

    assertThatThrownBy(task::run).isInstanceOf(IllegalStateException.class).hasMessage("not a");
    assertThat(lines).containsExactly("a");
  }

  @Test
  void consumer_throwsAndProcessFails_processIsTheReason() {
    ForkedTask task = sh("echo a; exit 3").output(this::refuse);

    assertThatThrownBy(task::run)
        .hasMessage("sh exited with 3; its last words: a")
        .satisfies(e -> assertThat(e.getSuppressed()[0]).hasMessage("not a"));
  }

  @Test
  void grandchild_holdsTheOutput_isNotWaitedFor() throws Exception {
    try {
      ForkResult result = sh("sleep 600 & echo $!; sleep 0.2; exit 3").output(lines::add).await();

      assertThat(result.outcome()).isEqualTo(new Exited(3));
      assertThat(lines).hasSize(1);
    } finally {
      lines.forEach(
          pid -> ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly));
    }
  }

  @Test
  void task_hasNoConsumer_logsItsOutput() throws Exception {
    Logger logger = (Logger) ForkedTask.LOG;
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    logger.setLevel(Level.INFO);
    try {
      sh("echo one; echo two").named("counting").outputLimit(6).run();
    } finally {
      logger.setLevel(null);
      logger.detachAppender(log);
    }

    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "counting: one", "counting: tw", "counting: 2 of 8 bytes of output dropped");
  }

  private void refuse(String line) {
    lines.add(line);
    throw new IllegalStateException("not " + line);
  }
}
