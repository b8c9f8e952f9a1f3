package dev.timelapse.testkit.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Those who wait in virtual time for one thing to come about. Any thread may join them, and tell
 * them; they go on in the order in which they came.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Waits {

  private final Engine engine;
  private @Nullable List<Wait> waits;

  /** Creates a place where nobody waits yet. */
  public Waits(Engine engine) {
    this.engine = engine;
  }

  /**
   * Blocks the calling thread until something has come about or a deadline has.
   *
   * @param what what it waits for, in words that fit after "waits for"
   * @param done whether it has come about; {@link #wakeAll} follows when it does
   * @param untilElapsed the deadline in elapsed time; {@link Elapsed#NEVER} for none
   * @return whether it has come about
   * @throws InterruptedException if the thread is interrupted before or meanwhile
   */
  public boolean await(String what, BooleanSupplier done, long untilElapsed)
      throws InterruptedException {
    Wait wait = engine.newWait(what);
    synchronized (this) {
      if (waits == null) {
        waits = new ArrayList<>(1);
      }
      waits.add(wait);
    }
    try {
      return done.getAsBoolean() || wait.await(untilElapsed) || done.getAsBoolean();
    } finally {
      synchronized (this) {
        waits.remove(wait);
      }
    }
  }

  /** Lets all go on. Whoever calls must hold no lock that a waiting thread may need. */
  public void wakeAll() {
    List<Wait> all;
    synchronized (this) {
      all = waits == null ? List.of() : List.copyOf(waits);
    }
    all.forEach(Wait::wake);
  }
}
