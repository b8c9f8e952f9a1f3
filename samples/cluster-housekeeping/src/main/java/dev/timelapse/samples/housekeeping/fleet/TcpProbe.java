package dev.timelapse.samples.housekeeping.fleet;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Asks a node by opening a TCP connection: it answers if it accepts one in time. */
public final class TcpProbe implements NodeProbe {

  private final int timeoutMillis;

  /**
   * Creates a probe.
   *
   * @param timeout how long to wait for a connection, 1 ms to {@link Integer#MAX_VALUE} ms
   * @throws IllegalArgumentException if {@code timeout} is outside these bounds
   */
  public TcpProbe(Duration timeout) {
    long millis = timeout.toMillis();
    if (millis < 1 || millis > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "a connection is waited for 1 to " + Integer.MAX_VALUE + " ms, not " + millis);
    }
    this.timeoutMillis = (int) millis;
  }

  @Override
  public boolean answers(Node node) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(node.host(), node.port()), timeoutMillis);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
