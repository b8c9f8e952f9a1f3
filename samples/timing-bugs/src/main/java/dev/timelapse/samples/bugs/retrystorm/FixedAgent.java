package dev.timelapse.samples.bugs.retrystorm;

import dev.timelapse.scheduler.Scheduler;
import java.io.IOException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Connects again after a time drawn by chance, from a range that doubles with each failure: agents
 * that lost their connections together come back one by one.
 */
final class FixedAgent {

  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration MOST = Duration.ofMinutes(3);

  private final String name;
  private final Scheduler scheduler;
  private final Controller controller;
  private final RandomGenerator random;
  private Duration range = FIRST;

  FixedAgent(String name, Scheduler scheduler, Controller controller, RandomGenerator random) {
    this.name = name;
    this.scheduler = scheduler;
    this.controller = controller;
    this.random = random;
  }

  void start() {
    scheduler.after(Duration.ZERO, this::connect);
  }

  private void connect() {
    try {
      controller.connect(name, () -> scheduler.after(Duration.ZERO, this::connectAgain));
      range = FIRST;
    } catch (IOException e) {
      connectAgain();
    }
  }

  private void connectAgain() {
    scheduler.after(Duration.ofNanos(random.nextLong(range.toNanos())), this::connect);
    Duration next = range.multipliedBy(2);
    range = next.compareTo(MOST) < 0 ? next : MOST;
  }
}
