package dev.timelapse.samples.housekeeping.fleet;

/**
 * A service as configured.
 *
 * @param name unique in the cluster
 * @param replicas on how many different nodes it is to run, at least 1
 */
public record ServiceSettings(String name, int replicas) {}
