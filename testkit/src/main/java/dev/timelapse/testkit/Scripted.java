package dev.timelapse.testkit;

import java.util.function.BooleanSupplier;
import org.apiguardian.api.API;

/** A handle on something of the script. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Scripted {

  private final BooleanSupplier cancel;

  Scripted(BooleanSupplier cancel) {
    this.cancel = cancel;
  }

  /**
   * Takes it out of the script.
   *
   * @return true if it would have run, or run again; false otherwise
   */
  public boolean cancel() {
    return cancel.getAsBoolean();
  }
}
