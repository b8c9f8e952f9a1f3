package dev.timelapse.scheduler.fork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.scheduler.fork.ForkOutcome.Cancelled;
import dev.timelapse.scheduler.fork.ForkOutcome.Exited;
import dev.timelapse.scheduler.fork.ForkOutcome.Killed;
import dev.timelapse.scheduler.fork.ForkOutcome.NotStarted;
import dev.timelapse.scheduler.fork.ForkOutcome.TimedOut;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForkOutcomeTest {

  @ParameterizedTest
  @CsvSource({"129, 1", "137, 9", "143, 15", "192, 64"})
  void status_isThatOfASignal_isReadAsOne(int status, int signal) {
    assertThat(ForkOutcome.ofExitStatus(status)).isEqualTo(new Killed(signal));
  }

  @ParameterizedTest
  @CsvSource({"-1073741819", "-1", "0", "1", "128", "193", "255"})
  void status_isNoSignals_isAnExit(int status) {
    assertThat(ForkOutcome.ofExitStatus(status)).isEqualTo(new Exited(status));
  }

  @Test
  void outcomes_allButExitedWithZero_areNoSuccess() {
    assertThat(new Exited(0).succeeded()).isTrue();
    assertThat(
            Stream.of(
                new Exited(1),
                new Killed(15),
                new TimedOut(Duration.ofSeconds(1)),
                new NotStarted(new IOException("no")),
                new Cancelled()))
        .noneMatch(ForkOutcome::succeeded);
  }

  @Test
  void outcomes_areShown_continueASentence() {
    assertThat(
            Stream.of(
                new Exited(2),
                new Killed(9),
                new Killed(40),
                new TimedOut(Duration.ofMinutes(2)),
                new NotStarted(new IOException("error=13, Permission denied")),
                new Cancelled()))
        .map(Object::toString)
        .containsExactly(
            "exited with 2",
            "was ended by signal 9 (SIGKILL)",
            "was ended by signal 40",
            "was ended after its time limit of PT2M",
            "could not be started: error=13, Permission denied",
            "was cancelled");
  }
}
