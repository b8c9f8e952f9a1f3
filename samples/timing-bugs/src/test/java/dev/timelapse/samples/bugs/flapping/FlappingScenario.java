package dev.timelapse.samples.bugs.flapping;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.mockito.BDDMockito.then;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.Outside;
import dev.timelapse.testkit.Scripted;
import dev.timelapse.testkit.TimelapseExtension;
import dev.timelapse.testkit.Timeline;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A host that checks in every ten seconds, over a network that takes up to two. */
@ExtendWith(TimelapseExtension.class)
abstract class FlappingScenario {

  static final Duration INTERVAL = ofSeconds(10);

  @Outside StatusPage page;
  Timeline time;
  Scheduler scheduler;

  private Scripted host;

  abstract void start();

  abstract void checkIn(String host);

  @BeforeEach
  void startHost() {
    RandomGenerator network = new SplittableRandom(7);
    host =
        time.every(
            INTERVAL,
            () -> time.after(Duration.ofMillis(network.nextLong(2000)), () -> checkIn("web-1")));
  }

  @Test
  void hostIsHealthy_forTenMinutes_nothingIsReported() {
    time.never("it is reported", () -> !time.recording().callsTo("page").isEmpty());
    start();

    time.advanceBy(ofMinutes(10).plusSeconds(5));
  }

  @Test
  void hostDies_isReportedOnceWithinAMinute() {
    start();
    time.advanceBy(ofMinutes(1));

    host.cancel();
    time.advanceBy(ofMinutes(1));

    then(page).should().offline("web-1");
  }
}
