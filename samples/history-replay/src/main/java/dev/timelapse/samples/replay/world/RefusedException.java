package dev.timelapse.samples.replay.world;

/**
 * Thrown when an order to a node is refused. Has no stack trace: while the spare pool is empty,
 * orders are refused each round.
 */
final class RefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  RefusedException(String message) {
    super(message, null, false, false);
  }
}
