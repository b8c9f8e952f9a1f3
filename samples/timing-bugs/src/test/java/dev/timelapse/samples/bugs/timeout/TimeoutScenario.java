package dev.timelapse.samples.bugs.timeout;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.Outside;
import dev.timelapse.testkit.TimelapseExtension;
import dev.timelapse.testkit.Timeline;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A driver that succeeds in its third try, and a claim that wants one volume. */
@ExtendWith(TimelapseExtension.class)
abstract class TimeoutScenario {

  private static final Duration THREE_TRIES = ofSeconds(24);

  @Outside StorageDriver driver;
  Timeline time;
  Scheduler scheduler;

  private final List<String> volumes = new ArrayList<>();

  abstract void claim(String name);

  abstract boolean isBound(String name);

  @BeforeEach
  void driverTakesThreeTries() {
    time.outside(driver).answeredBy((StorageDriver) this::create);
  }

  @Test
  void driverTakesThreeTries_claimIsBoundAndHasOneVolume() {
    time.always("the claim has one volume", () -> volumes.size() <= 1);
    claim("database");

    time.advanceBy(ofMinutes(2));

    assertThat(volumes).hasSize(1);
    assertThat(isBound("database")).as("the claim is bound").isTrue();
  }

  private void create(String volume, Duration timeout) throws IOException {
    if (volumes.contains(volume)) {
      return;
    }
    time.after(THREE_TRIES, () -> volumes.add(volume)).named("the volume is made");
    if (timeout.compareTo(THREE_TRIES) < 0) {
      time.sleep(timeout);
      throw new IOException("timed out after " + timeout);
    }
    time.sleep(THREE_TRIES);
  }
}
