package dev.timelapse.testkit.history;

import dev.timelapse.scheduler.Task;
import java.time.Instant;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * Something that happened in the world at an instant, and what does it again.
 *
 * @param at when
 * @param action what; an exception fails the test
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Happening(Instant at, Task action) {

  /**
   * Takes what is not null.
   *
   * @param at when
   * @param action what
   */
  public Happening {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(action, "action");
  }
}
