package dev.timelapse.samples.housekeeping.backup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the copies at a site.
 *
 * @param site the site's name
 * @param copies how many there are
 * @param good how many of them were right when last verified
 * @param newestGood when the newest of those was taken; null if there is none
 */
public record SiteSummary(String site, int copies, int good, @Nullable Instant newestGood) {}
