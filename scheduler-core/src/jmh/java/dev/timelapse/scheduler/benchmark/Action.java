package dev.timelapse.scheduler.benchmark;

import dev.timelapse.scheduler.Task;

/** What an event does, in the words of all schedulers, so that none has to wrap it. */
@FunctionalInterface
public interface Action extends Runnable, Task {

  @Override
  void run();
}
