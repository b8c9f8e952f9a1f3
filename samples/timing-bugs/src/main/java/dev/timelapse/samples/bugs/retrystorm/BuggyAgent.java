package dev.timelapse.samples.bugs.retrystorm;

import dev.timelapse.scheduler.Scheduler;
import java.io.IOException;
import java.time.Duration;

/**
 * Connects again ten seconds after a connection was lost or refused. But the other agents lost
 * theirs at the same instant, so that all of them come in the same second. When that is too much
 * for the controller, none gets in, and they come together again ten seconds later.
 *
 * @see <a href="https://github.com/jenkinsci/swarm-plugin/pull/163">Jenkins Swarm plugin: 450
 *     clients, "most workers failed to connect due to the thundering herd"</a>
 */
final class BuggyAgent {

  private static final Duration RETRY = Duration.ofSeconds(10);

  private final String name;
  private final Scheduler scheduler;
  private final Controller controller;

  BuggyAgent(String name, Scheduler scheduler, Controller controller) {
    this.name = name;
    this.scheduler = scheduler;
    this.controller = controller;
  }

  void start() {
    scheduler.after(Duration.ZERO, this::connect);
  }

  private void connect() {
    try {
      controller.connect(name, this::connectAgain);
    } catch (IOException e) {
      connectAgain();
    }
  }

  private void connectAgain() {
    scheduler.after(RETRY, this::connect);
  }
}
