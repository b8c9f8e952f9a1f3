package dev.timelapse.samples.bugs.lease;

import static dev.timelapse.scheduler.Trigger.every;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.TimeSource;
import java.io.IOException;
import java.time.Duration;

/**
 * Leads as long as its lease lasts, counted from before it asked: what it believes ends before what
 * the service grants, however long the answer takes. It counts elapsed time, which no administrator
 * sets.
 */
final class FixedLeader {

  private static final Duration TTL = Duration.ofSeconds(15);

  private final String node;
  private final Scheduler scheduler;
  private final TimeSource time;
  private final LeaseService leases;
  private final Ledger ledger;
  private boolean leader;
  private long askedNanos;

  FixedLeader(
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
    long now = time.nanoTime();
    if (leases.acquire(node, TTL)) {
      leader = true;
      askedNanos = now;
    }
  }

  private void write() {
    if (leader && time.nanoTime() - askedNanos < TTL.toNanos()) {
      ledger.append(node);
    }
  }
}
