package dev.timelapse.testkit;

import org.apiguardian.api.API;

/**
 * A timeline ended, and things were left on it that are not allowed to be: see {@link Leftover}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class LeftoversError extends AssertionError {

  private static final long serialVersionUID = 1L;

  LeftoversError(String message) {
    super(message);
  }
}
