package dev.timelapse.testkit.engine;

import dev.timelapse.scheduler.StrandStopped;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A task that runs on a strand, and the future of its result. Who waits for that waits in virtual
 * time. Its text says which task it is.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public abstract class AwaitedTask<T extends @Nullable Object> extends FutureTask<T> {

  final Engine engine;
  private final Waits waits;
  private volatile @Nullable Throwable failure;

  /** The thread on which it runs, which must be interrupted for nothing else; guarded by waits. */
  private @Nullable Thread runner;

  /** Makes a task that has not begun. */
  protected AwaitedTask(Engine engine, Callable<T> callable) {
    super(callable);
    this.engine = engine;
    this.waits = new Waits(engine);
  }

  /** Runs it on the calling strand. Answers whether it is to run again. */
  public final boolean fire() {
    failure = null;
    runsOn(Thread.currentThread());
    try {
      if (isPeriodic()) {
        return runAndReset();
      }
      run();
      return false;
    } finally {
      runsOn(null);
    }
  }

  /** Answers whether it recurs, so that its end is no result. */
  public boolean isPeriodic() {
    return false;
  }

  /** Interrupts it if it runs. Whoever calls must hold no lock that it may need. */
  public final void interrupt() {
    synchronized (waits) {
      if (runner != null) {
        runner.interrupt();
        engine.interrupts().notice(runner);
      }
    }
  }

  private void runsOn(@Nullable Thread thread) {
    synchronized (waits) {
      runner = thread;
    }
  }

  /** Returns what it threw when it ran last, or null. */
  public final @Nullable Throwable failure() {
    return failure;
  }

  @Override
  protected void setException(Throwable thrown) {
    if (thrown instanceof StrandStopped stopped) {
      throw stopped;
    }
    failure = thrown;
    super.setException(thrown);
  }

  @Override
  protected void done() {
    @Nullable Thread interrupted;
    synchronized (waits) {
      interrupted = isCancelled() ? runner : null;
    }
    if (interrupted != null) {
      engine.interrupts().notice(interrupted);
    }
    waits.wakeAll();
  }

  @Override
  public final T get() throws InterruptedException, ExecutionException {
    awaitDone(Elapsed.NEVER);
    return result();
  }

  @Override
  public final T get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (!awaitDone(engine.time().after(unit.toNanos(timeout)))) {
      throw new TimeoutException(
          this
              + " is not done after "
              + timeout
              + " "
              + unit
              + ", at "
              + engine.whereabouts().now());
    }
    return result();
  }

  private T result() throws InterruptedException, ExecutionException {
    if (isCancelled()) {
      throw new CancellationException(this + " was cancelled");
    }
    return super.get();
  }

  /**
   * Blocks the calling thread in virtual time until it is done, or a deadline has come. Answers
   * whether it is done.
   */
  public boolean awaitDone(long untilElapsed) throws InterruptedException {
    return isDone() || waits.await("the result of " + this, this::isDone, untilElapsed);
  }
}
