package dev.timelapse.samples.bugs.cleanup;

import static dev.timelapse.scheduler.Trigger.cron;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.Outside;
import dev.timelapse.testkit.Timelapse;
import dev.timelapse.testkit.TimelapseExtension;
import dev.timelapse.testkit.Timeline;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A nightly backup of six parts, each of which takes twenty minutes to write. */
@ExtendWith(TimelapseExtension.class)
@Timelapse(start = "2026-03-02")
abstract class CleanupScenario {

  @Outside BlobStore store;
  Timeline time;
  Scheduler scheduler;

  private final Map<String, Instant> blobs = new TreeMap<>();

  abstract void start();

  @BeforeEach
  void startBackups() {
    time.outside(store).answeredBy(new MemoryBlobs(time, blobs));
    Backup backup = new Backup(store, 6);
    Scheduler.using(time.timeSource())
        .job("back up", cron("0 1 * * *", ZoneOffset.UTC), () -> backup.write(today()))
        .build();
  }

  @Test
  void backupTakesTwoHours_isWholeInTheMorning() {
    time.never("a part of it is deleted", () -> isDeleted("2026-03-02/"));
    start();

    time.advanceTo("2026-03-02T08:00");

    assertThat(blobs.keySet())
        .containsExactly(
            "2026-03-02/index",
            "2026-03-02/part-1",
            "2026-03-02/part-2",
            "2026-03-02/part-3",
            "2026-03-02/part-4",
            "2026-03-02/part-5",
            "2026-03-02/part-6");
  }

  @Test
  void backupWasBrokenOff_isGoneAfterTwoDays() {
    start();
    blobs.put("2026-03-01/part-1", time.now());

    time.advanceTo("2026-03-04T00:00");

    assertThat(blobs).doesNotContainKey("2026-03-01/part-1");
  }

  private boolean isDeleted(String backup) {
    return time.recording().callsTo("store").stream()
        .anyMatch(call -> call.what().startsWith("delete(\"" + backup));
  }

  private LocalDate today() {
    return LocalDate.now(time.clock());
  }

  /** Blobs in memory, which take twenty minutes to write. */
  private record MemoryBlobs(Timeline time, Map<String, Instant> blobs) implements BlobStore {

    @Override
    public void put(String name) {
      time.sleep(ofMinutes(20));
      blobs.put(name, time.now());
    }

    @Override
    public Map<String, Instant> list() {
      return new TreeMap<>(blobs);
    }

    @Override
    public void delete(String name) {
      blobs.remove(name);
    }
  }
}
