package dev.timelapse.samples.bugs.token;

import static dev.timelapse.scheduler.Trigger.every;

import dev.timelapse.scheduler.Scheduler;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Uploads a reading every 30 seconds, and gets a new token when the one it has is expired. But a
 * request is under way for a while, and a token may expire meanwhile.
 *
 * @see <a href="https://github.com/spring-attic/spring-security-oauth/issues/1477">Spring Security
 *     OAuth: "if the token is 1ms from expiration then this code will still attempt to use the
 *     token. The server will reject this token when it receives it"</a>
 */
final class BuggyUploader {

  private final Scheduler scheduler;
  private final InstantSource clock;
  private final TokenService tokens;
  private final MeteringApi api;
  private @Nullable Token token;

  BuggyUploader(Scheduler scheduler, InstantSource clock, TokenService tokens, MeteringApi api) {
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
    if (current == null || !clock.instant().isBefore(current.expires())) {
      current = tokens.issue();
      token = current;
    }
    return current;
  }
}
