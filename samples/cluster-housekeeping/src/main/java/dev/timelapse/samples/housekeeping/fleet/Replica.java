package dev.timelapse.samples.housekeeping.fleet;

/**
 * A service on a node, by their names.
 *
 * @param service the service's name
 * @param node the node's name
 */
public record Replica(String service, String node) {}
