package dev.timelapse.samples.replay.history;

/**
 * What became of the recorded outages on their way into a history. Each is counted once: it was
 * dropped for one reason, absorbed by an earlier one of its node, or is replayed.
 *
 * @param recorded the outages of the source
 * @param reversed dropped: the end is before the start
 * @param empty dropped: the end is the start
 * @param outside dropped: no part of it is in the period
 * @param repeated absorbed: the same start and end as another of the node
 * @param overlapping absorbed: began while the node was down already
 * @param touching absorbed: began at the instant at which the one before ended
 * @param replayed what is left, each apart from the others of its node
 * @param cut how many of {@code replayed} or absorbed ones were cut at an edge of the period
 */
public record Tally(
    int recorded,
    int reversed,
    int empty,
    int outside,
    int repeated,
    int overlapping,
    int touching,
    int replayed,
    int cut) {

  /** Checks that nothing was lost or counted twice. */
  public Tally {
    int accounted = reversed + empty + outside + repeated + overlapping + touching + replayed;
    if (recorded != accounted) {
      throw new IllegalArgumentException(
          "of " + recorded + " recorded outages " + accounted + " are accounted for");
    }
  }

  /** Returns how many were dropped. */
  public int dropped() {
    return reversed + empty + outside;
  }

  /** Returns how many were absorbed by another outage of their node. */
  public int merged() {
    return repeated + overlapping + touching;
  }
}
