package dev.timelapse.samples.housekeeping;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A node that is there: accepts connections on a port of this machine until it is closed. */
final class LoopbackNode implements Closeable {

  /** Connections the system completes while this thread is kept from running. */
  private static final int BACKLOG = 1_000;

  private final ServerSocket listener;

  private LoopbackNode(ServerSocket listener) {
    this.listener = listener;
  }

  /** Starts one; port 0 stands for any that is free. */
  static LoopbackNode onPort(int port) throws IOException {
    LoopbackNode node =
        new LoopbackNode(new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress()));
    Thread thread = new Thread(node::accept, "node on port " + node.port());
    thread.setDaemon(true);
    thread.start();
    return node;
  }

  int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try (Socket connection = listener.accept()) {
        // To close first could reset the connection before the other side has noticed that it has
        // one.
        connection.getInputStream().readAllBytes();
      } catch (IOException e) {
        // The other side broke off, or this one was closed.
      }
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
