package dev.timelapse.samples.housekeeping.fleet;

/**
 * A node as configured.
 *
 * @param name unique in the cluster
 * @param host host name or address at which it is probed
 * @param port TCP port at which it is probed
 * @param spare whether it begins in the spare pool
 */
public record NodeSettings(String name, String host, int port, boolean spare) {}
