package dev.timelapse.samples.bugs.token;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.Outside;
import dev.timelapse.testkit.TimelapseExtension;
import dev.timelapse.testkit.Timeline;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tokens are valid for an hour, and requests under way for half a second. */
@ExtendWith(TimelapseExtension.class)
abstract class TokenScenario {

  @Outside TokenService tokens;
  @Outside MeteringApi api;
  Timeline time;
  Scheduler scheduler;

  private int issued;

  abstract void start();

  @Test
  void tokenExpires_afterAnHour_noReadingIsRefused() {
    start();
    given(tokens.issue())
        .willAnswer(call -> new Token("token-" + ++issued, time.now().plus(ofHours(1))));
    time.outside(tokens).takes(ofMillis(100));
    time.outside(api).answeredBy((MeteringApi) this::receive).takes(ofMillis(500));

    time.advanceBy(ofHours(1).plusSeconds(310));

    assertThat(time.recording().callsTo("api"))
        .filteredOn(upload -> upload.failure() != null)
        .as("uploads that failed")
        .isEmpty();
    assertThat(issued).as("tokens issued").isEqualTo(2);
  }

  private void receive(Token token) throws IOException {
    if (!time.now().isBefore(token.expires())) {
      throw new IOException("401 Unauthorized: " + token.value() + " is expired");
    }
  }
}
