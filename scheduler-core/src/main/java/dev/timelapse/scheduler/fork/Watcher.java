package dev.timelapse.scheduler.fork;

/** Waits for a process, on a thread of its own, where nobody else does. */
final class Watcher implements RunningFork, Runnable {

  private final ForkedTask task;
  private final ForkListener listener;
  private final Thread thread;

  /** Guarded by this. */
  private boolean cancelled;

  /** Guarded by this. */
  private boolean ended;

  Watcher(ForkedTask task, ForkListener listener) {
    this.task = task;
    this.listener = listener;
    this.thread = new Thread(this, "wait for " + task);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  @Override
  public synchronized boolean cancel() {
    if (ended || cancelled) {
      return false;
    }
    cancelled = true;
    thread.interrupt();
    return true;
  }

  @Override
  public void run() {
    listener.ended(end(SystemLauncher.runOrCancel(task, listener::line)));
  }

  /** From here on cancelling does nothing; before, it counts even if the process was faster. */
  private synchronized ForkResult end(ForkResult result) {
    ended = true;
    return cancelled ? new ForkResult(new ForkOutcome.Cancelled(), result.output()) : result;
  }
}
