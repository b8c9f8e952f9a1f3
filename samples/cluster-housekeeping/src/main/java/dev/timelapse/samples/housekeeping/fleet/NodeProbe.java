package dev.timelapse.samples.housekeeping.fleet;

/** Asks a node whether it is there. */
@FunctionalInterface
public interface NodeProbe {

  /**
   * Asks one node, once.
   *
   * @return whether it answered
   * @throws InterruptedException if the calling thread was interrupted; the round ends
   * @throws Exception if asking failed, which counts as no answer
   */
  boolean answers(Node node) throws Exception;
}
