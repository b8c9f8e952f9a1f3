package dev.timelapse.scheduler;

import java.time.Instant;
import org.apiguardian.api.API;

/**
 * One firing of a preview.
 *
 * @param job the job's name
 * @param due when the firing is due, without jitter
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record PlannedFiring(String job, Instant due) {}
