package dev.timelapse.samples.replay.run;

import dev.timelapse.samples.housekeeping.HousekeepingListener;
import dev.timelapse.samples.housekeeping.backup.Copy;
import dev.timelapse.samples.housekeeping.fleet.Node;
import dev.timelapse.samples.replay.report.Columns;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Hears what the daemon does, and writes it into the books. */
final class Books implements HousekeepingListener {

  final DetectionBook detection;
  final SpareBook spares = new SpareBook();
  final CopyBook copies = new CopyBook();
  final SortedMap<String, Integer> pages = new TreeMap<>();
  private final Columns sparesLeft;

  /** Which nodes are in the pool. */
  private final BitSet pool = new BitSet();

  /** Opens the books for a cluster whose nodes from {@code firstSpare} on are spares. */
  Books(int nodes, int firstSpare, Columns sparesLeft) {
    this.detection = new DetectionBook(nodes);
    this.pool.set(firstSpare, nodes);
    this.sparesLeft = sparesLeft;
  }

  @Override
  public void markedDown(Node node, Instant at) {
    detection.markedDown(node.index(), at);
    setSpare(node, false, at);
  }

  @Override
  public void markedUp(Node node, Instant at) {
    detection.markedUp(node.index());
  }

  @Override
  public void becameSpare(Node node, Instant at) {
    spares.returned();
    setSpare(node, true, at);
  }

  @Override
  public void replaced(Node down, Node by, Instant at) {
    spares.replaced();
    setSpare(by, false, at);
  }

  @Override
  public void poolEmptied(Instant at) {
    spares.emptied(at);
  }

  @Override
  public void poolRefilled(Instant emptySince, Instant at) {
    spares.refilled(at);
  }

  @Override
  public void copyMade(Copy copy, int attempt, Instant at) {
    copies.made(attempt);
  }

  @Override
  public void copyFailed(Copy copy, int attempt, Exception cause, Instant at) {
    copies.failed(attempt);
  }

  @Override
  public void copyingGaveUp(List<Copy> missing, Instant at) {
    copies.gaveUp(missing.size());
  }

  @Override
  public void copyVerified(Copy copy, boolean good, Instant at) {
    copies.verified();
  }

  @Override
  public void copyDeleted(Copy copy, Instant at) {
    copies.deleted();
  }

  @Override
  public void paged(String subject, String text, Instant at) {
    pages.merge(subject, 1, Integer::sum);
  }

  private void setSpare(Node node, boolean isSpare, Instant at) {
    pool.set(node.index(), isSpare);
    sparesLeft.set(at, pool.cardinality());
  }
}
