package dev.timelapse.samples.bugs.lease;

import static dev.timelapse.scheduler.Trigger.every;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.TimeSource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/**
 * Leads as long as its lease lasts, which it counts from when it was told that it has it. But the
 * service counts from when it granted it; and when the answer was long under way, the lease has
 * gone to somebody else meanwhile.
 *
 * @see <a href="https://github.com/kubernetes/kubernetes/issues/44887">Kubernetes: leases of 15
 *     seconds and a request that takes a minute, "there may be two leaders at the same time"</a>
 */
final class BuggyLeader {

  private static final Duration TTL = Duration.ofSeconds(15);

  private final String node;
  private final Scheduler scheduler;
  private final TimeSource time;
  private final LeaseService leases;
  private final Ledger ledger;
  private Instant leaderUntil = Instant.MIN;

  BuggyLeader(
      String node, Scheduler scheduler, TimeSource time, LeaseService leases, Ledger ledger) {
    this.node = node;
    this.scheduler = scheduler;
    this.time = time;
    this.leases = leases;
    this.ledger = ledger;
  }

  void start() {
    scheduler.add("renew lease", every(Duration.ofSeconds(5)), this::renew);
    scheduler.add("write", every(Duration.ofSeconds(1)), this::write);
  }

  private void renew() throws IOException {
    if (leases.acquire(node, TTL)) {
      leaderUntil = time.instant().plus(TTL);
    }
  }

  private void write() {
    if (time.instant().isBefore(leaderUntil)) {
      ledger.append(node);
    }
  }
}
