package dev.timelapse.samples.bugs.retrystorm;

import java.io.IOException;

/** What all agents of a fleet are connected to. */
interface Controller {

  /**
   * Connects an agent. The controller calls {@code onLost} once, on any thread, when the connection
   * is lost.
   *
   * @throws IOException if the controller is down or does not manage the handshake
   */
  void connect(String agent, Runnable onLost) throws IOException;
}
