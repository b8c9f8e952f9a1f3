package dev.timelapse.testkit;

import dev.timelapse.scheduler.LooksUp;
import org.apiguardian.api.API;

/** Closes a cycle of packages. */
@API(status = API.Status.INTERNAL)
public final class LooksBack {

  public LooksUp needs() {
    return new LooksUp();
  }
}
