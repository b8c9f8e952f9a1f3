package dev.timelapse.usage;

import static dev.timelapse.scheduler.Trigger.every;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.Timeline;
import dev.timelapse.testkit.recording.Recorded;
import dev.timelapse.testkit.recording.RecordedLog;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the system logs stands on the recording, with virtual time. */
class RecordedLogsTest {

  private static final Logger LOG = LoggerFactory.getLogger("store.Copies");
  private static final java.util.logging.Logger JUL =
      java.util.logging.Logger.getLogger("store.Jul");

  private static Timeline newTimeline() {
    return Timeline.startingAt(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
  }

  @Test
  void jobLogs_lineHasVirtualTimeLevelAndCause() {
    try (Timeline time = newTimeline()) {
      time.recordLogs();
      Scheduler.using(time.timeSource())
          .job(
              "copy",
              every(ofHours(1)),
              () -> {
                LOG.warn("copy {} is late", 7, new IllegalStateException("slow"));
                time.sleep(ofSeconds(40));
                JUL.severe("store is down");
              })
          .build();

      time.advanceBy(ofHours(1).plusSeconds(40));

      assertThat(logs(time))
          .extracting(RecordedLog::toString)
          .containsExactly(
              "2026-03-01T01:00:00Z log copy 7 is late: WARNING Copies, IllegalStateException: slow",
              "2026-03-01T01:00:40Z log store is down: ERROR Jul");
      assertThat(logs(time)).extracting(RecordedLog::logger).contains("store.Copies", "store.Jul");
      assertThat(logs(time)).extracting(RecordedLog::level).contains(Level.WARNING, Level.ERROR);
    }
  }

  @Test
  void nobodyAskedForLogs_orTheTimelineHasEnded_nothingIsRecorded() {
    Timeline quiet = newTimeline();
    LOG.warn("before");
    quiet.recordLogs();
    LOG.warn("during");
    quiet.close();
    LOG.warn("after");

    assertThat(logs(quiet)).extracting(RecordedLog::what).containsExactly("during");
  }

  @Test
  void schedulersOwnLines_areNotRepeated() {
    try (Timeline time = newTimeline()) {
      time.recordLogs();
      Scheduler.using(time.timeSource())
          .job(
              "fails",
              every(ofHours(1)),
              () -> {
                throw new IllegalStateException("on purpose");
              })
          .build();

      time.advanceBy(ofHours(2));

      assertThat(logs(time)).isEmpty();
      assertThat(time.recording().firingsOf("fails")).hasSize(2);
    }
  }

  @Test
  void testsInParallel_eachHasItsOwnLines() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<List<String>>> runs =
          threads.invokeAll(
              IntStream.range(0, 8)
                  .mapToObj(n -> (Callable<List<String>>) () -> linesOf(n))
                  .toList());

      for (int n = 0; n < 8; n++) {
        String line = "line of " + n;
        assertThat(runs.get(n).get()).hasSize(100).allMatch(line::equals);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<String> linesOf(int number) {
    try (Timeline time = newTimeline()) {
      time.recordLogs();
      time.every(ofSeconds(1), () -> LOG.warn("line of {}", number));
      time.advanceBy(ofSeconds(100));
      return logs(time).stream().map(Recorded::what).toList();
    }
  }

  private static List<RecordedLog> logs(Timeline time) {
    return time.recording().entries().stream()
        .filter(RecordedLog.class::isInstance)
        .map(RecordedLog.class::cast)
        .toList();
  }
}
