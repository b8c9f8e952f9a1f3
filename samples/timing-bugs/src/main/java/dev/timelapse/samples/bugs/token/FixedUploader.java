package dev.timelapse.samples.bugs.token;

import static dev.timelapse.scheduler.Trigger.every;

import dev.timelapse.scheduler.Scheduler;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Uploads a reading every 30 seconds, and gets a new token a minute before the one it has expires:
 * longer than a request is ever under way, and than two clocks differ.
 */
final class FixedUploader {

  private static final Duration MARGIN = Duration.ofMinutes(1);

  private final Scheduler scheduler;
  private final InstantSource clock;
  private final TokenService tokens;
  private final MeteringApi api;
  private @Nullable Token token;

  FixedUploader(Scheduler scheduler, InstantSource clock, TokenService tokens, MeteringApi api) {
    this.scheduler = scheduler;
    this.clock = clock;
    this.tokens = tokens;
    this.api = api;
  }

  void start() {
    scheduler.add("upload", every(Duration.ofSeconds(30)), this::upload);
  }

  private void upload() throws IOException {
    api.upload(validToken());
  }

  private Token validToken() {
    Token current = token;
    if (current == null || !clock.instant().plus(MARGIN).isBefore(current.expires())) {
      current = tokens.issue();
      token = current;
    }
    return current;
  }
}
