package dev.timelapse.samples.housekeeping.config;

import dev.timelapse.samples.housekeeping.config.Kind.RefusedException;

/** A host and a port. */
record Address(String host, int port) {

  private static final int LARGEST_PORT = 65_535;

  /** Reads {@code host:port}; the host may be an IPv6 address in brackets. */
  static Address read(String text) throws RefusedException {
    int colon = text.lastIndexOf(':');
    if (colon > 0) {
      String host = text.substring(0, colon);
      boolean bracketed = host.startsWith("[") && host.endsWith("]");
      if (bracketed || !host.contains(":")) {
        int port = Kind.integer(1, LARGEST_PORT).read(text.substring(colon + 1));
        return new Address(bracketed ? host.substring(1, host.length() - 1) : host, port);
      }
    }
    throw new RefusedException("must be host:port, such as db-1.example.org:22 or [fd00::1]:22");
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
