package dev.timelapse.testkit.executor;

import org.apiguardian.api.API;

/**
 * What becomes of tasks that have not begun when their pool is shut down, or that are cancelled.
 * Any thread may ask and say.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ShutdownPolicies {

  private volatile boolean keepPeriodic;
  private volatile boolean keepDelayed = true;
  private volatile boolean removeCancelled;

  ShutdownPolicies() {}

  /** Says whether recurring tasks go on after a shutdown; they do not unless told otherwise. */
  public void keepPeriodic(boolean keep) {
    keepPeriodic = keep;
  }

  /** Says whether delayed tasks go on after a shutdown; they do unless told otherwise. */
  public void keepDelayed(boolean keep) {
    keepDelayed = keep;
  }

  /** Says whether a cancelled task leaves the queue at once; it does not unless told otherwise. */
  public void removeCancelled(boolean remove) {
    removeCancelled = remove;
  }

  /** Answers whether recurring tasks go on after a shutdown. */
  public boolean keepsPeriodic() {
    return keepPeriodic;
  }

  /** Answers whether delayed tasks go on after a shutdown. */
  public boolean keepsDelayed() {
    return keepDelayed;
  }

  /** Answers whether a cancelled task leaves the queue at once. */
  public boolean removesCancelled() {
    return removeCancelled;
  }

  /** Answers whether a task may still run after a shutdown. */
  boolean keep(PoolTask<?> task, long now) {
    return task.isPeriodic() ? keepPeriodic : keepDelayed || task.due <= now;
  }
}
