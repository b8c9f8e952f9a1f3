package dev.timelapse.testkit;

import dev.timelapse.testkit.engine.Held;
import org.apiguardian.api.API;

/**
 * Time that stands still until this is closed, best by {@code try (…)}. Closing it twice does no
 * harm, and any thread may.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Hold implements AutoCloseable {

  private final Held held;

  Hold(Held held) {
    this.held = held;
  }

  @Override
  public void close() {
    held.release();
  }

  /** Returns the reason, the owner, and where it was asked for, in lines. */
  @Override
  public String toString() {
    return held.toString();
  }
}
