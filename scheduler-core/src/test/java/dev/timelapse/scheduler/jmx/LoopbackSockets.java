package dev.timelapse.scheduler.jmx;

import java.io.IOException;
import java.io.Serializable;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.rmi.server.RMIClientSocketFactory;
import java.rmi.server.RMIServerSocketFactory;

/** Keeps a JMX connector within this machine, whatever the machine takes for its name. */
record LoopbackSockets() implements RMIClientSocketFactory, RMIServerSocketFactory, Serializable {

  @Override
  public ServerSocket createServerSocket(int port) throws IOException {
    return new ServerSocket(port, 0, InetAddress.getLoopbackAddress());
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), port);
  }
}
