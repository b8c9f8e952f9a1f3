package dev.timelapse.samples.housekeeping.fleet;

import java.util.List;

/** The place of an active node that went down, and what it ran. */
record Vacancy(Node node, List<Service> services) {}
