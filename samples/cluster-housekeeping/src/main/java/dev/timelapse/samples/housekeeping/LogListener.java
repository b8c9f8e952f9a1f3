package dev.timelapse.samples.housekeeping;

import dev.timelapse.samples.housekeeping.backup.Copy;
import dev.timelapse.samples.housekeeping.fleet.Node;
import dev.timelapse.samples.housekeeping.fleet.Service;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what the daemon does to the log. */
final class LogListener implements HousekeepingListener {

  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  @Override
  public void markedDown(Node node, Instant at) {
    LOG.warn("{} is down", node);
  }

  @Override
  public void markedUp(Node node, Instant at) {
    LOG.info("{} answers again", node);
  }

  @Override
  public void becameSpare(Node node, Instant at) {
    LOG.info("{} is a spare now", node);
  }

  @Override
  public void replaced(Node down, Node by, Instant at) {
    LOG.info("{} takes the place of {}", by, down);
  }

  @Override
  public void poolEmptied(Instant at) {
    LOG.warn("no spare is left");
  }

  @Override
  public void poolRefilled(Instant emptySince, Instant at) {
    LOG.info("there is a spare again; there was none since {}", emptySince);
  }

  @Override
  public void replicaLost(Service service, Node node, Instant at) {
    LOG.warn("{} lost its replica on {}", service, node);
  }

  @Override
  public void replicaPlaced(Service service, Node node, Instant at) {
    LOG.info("{} has a replica on {}", service, node);
  }

  @Override
  public void replicaRemoved(Service service, Node node, Instant at) {
    LOG.info("{} has no replica on {} any more", service, node);
  }

  @Override
  public void provisioningFailed(Service service, Node node, Exception cause, Instant at) {
    LOG.warn("placing or removing {} on {} failed, to be tried again", service, node, cause);
  }

  @Override
  public void copyMade(Copy copy, int attempt, Instant at) {
    LOG.info("{} was written and verified in attempt {}", copy, attempt);
  }

  @Override
  public void copyFailed(Copy copy, int attempt, Exception cause, Instant at) {
    LOG.warn("{} failed in attempt {}", copy, attempt, cause);
  }

  @Override
  public void copyingGaveUp(List<Copy> missing, Instant at) {
    LOG.error("no further attempt at {}", missing);
  }

  @Override
  public void copyVerified(Copy copy, boolean good, Instant at) {
    LOG.info("{} was read back and is {}", copy, good ? "good" : "BAD");
  }

  @Override
  public void copyDeleted(Copy copy, Instant at) {
    LOG.info("{} had expired and was deleted", copy);
  }

  @Override
  public void siteUnreachable(String site, Exception cause, Instant at) {
    LOG.warn("site {} cannot be reached", site, cause);
  }

  @Override
  public void reportMade(Path file, Instant at) {
    LOG.info("the capacity report is in {}", file);
  }

  @Override
  public void reportFailed(String why, Instant at) {
    LOG.warn("the capacity report was not made, {}", why);
  }
}
