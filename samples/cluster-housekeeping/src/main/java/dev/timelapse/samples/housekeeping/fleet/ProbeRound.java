package dev.timelapse.samples.housekeeping.fleet;

/**
 * Asks every node once. A node is marked down in the round in which its N-th answer in a row is
 * missing, whatever it is in use for; it is marked up by the first answer after that.
 *
 * <p>A round in which nothing changes allocates nothing and looks nothing up.
 */
final class ProbeRound {

  private final Cluster cluster;
  private final NodeProbe probe;
  private final int missedAnswersToMarkDown;

  ProbeRound(Cluster cluster, NodeProbe probe, int missedAnswersToMarkDown) {
    this.cluster = cluster;
    this.probe = probe;
    this.missedAnswersToMarkDown = missedAnswersToMarkDown;
  }

  void run() throws InterruptedException {
    for (Node node : cluster.nodes) {
      if (answers(node)) {
        if (node.missed > 0) {
          answeredAgain(node);
        }
      } else if (node.missed < missedAnswersToMarkDown
          && ++node.missed == missedAnswersToMarkDown) {
        cluster.markDown(node);
      }
    }
  }

  private void answeredAgain(Node node) {
    node.missed = 0;
    if (node.state == NodeState.DOWN) {
      cluster.markUp(node);
    }
  }

  private boolean answers(Node node) throws InterruptedException {
    try {
      return probe.answers(node);
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      return false;
    }
  }
}
