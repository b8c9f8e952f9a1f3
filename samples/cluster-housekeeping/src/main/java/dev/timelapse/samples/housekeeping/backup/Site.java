package dev.timelapse.samples.housekeeping.backup;

/**
 * A store with the name by which people know it.
 *
 * @param name unique among the sites
 * @param store the store
 */
public record Site(String name, ObjectStore store) {}
