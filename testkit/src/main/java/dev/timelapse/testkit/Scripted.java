package dev.timelapse.testkit;

import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/** A handle on something of the script. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Scripted {

  private final BooleanSupplier cancel;
  private final Consumer<String> rename;

  Scripted(BooleanSupplier cancel, Consumer<String> rename) {
    this.cancel = cancel;
    this.rename = rename;
  }

  /**
   * Gives it a name on the recording: {@code time.at("2026-03-28T02:00", store::goDown).named("the
   * store goes down")}. Without one it is called after its time.
   *
   * @param name the name
   * @return this
   */
  public Scripted named(String name) {
    rename.accept(Objects.requireNonNull(name, "name"));
    return this;
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
