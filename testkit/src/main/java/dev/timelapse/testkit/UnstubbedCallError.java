package dev.timelapse.testkit;

import org.apiguardian.api.API;

/** The system under test made a call to the outside that nobody had stubbed. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class UnstubbedCallError extends AssertionError {

  private static final long serialVersionUID = 1L;

  UnstubbedCallError(String message) {
    super(message);
  }
}
