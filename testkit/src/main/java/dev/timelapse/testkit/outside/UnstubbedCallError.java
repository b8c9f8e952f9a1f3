package dev.timelapse.testkit.outside;

import java.util.List;
import org.apiguardian.api.API;

/** The system under test made a call to the outside that nobody had stubbed. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class UnstubbedCallError extends AssertionError {

  private static final long serialVersionUID = 1L;

  UnstubbedCallError(String message) {
    super(message);
  }

  /**
   * Returns one error for all calls that were not stubbed.
   *
   * @param calls one error for each, at least one
   * @return the only one, or one that counts them and tells the first
   */
  public static UnstubbedCallError ofAll(List<UnstubbedCallError> calls) {
    UnstubbedCallError first = calls.get(0);
    return calls.size() == 1
        ? first
        : new UnstubbedCallError(
            calls.size() + " outside calls were not stubbed; the first: " + first.getMessage());
  }
}
