package dev.timelapse.samples.replay.run;

import dev.timelapse.samples.replay.history.Outage;
import java.time.Instant;

/** An outage, and when the daemon marked its node down. */
public record Detection(Outage outage, Instant at) {}
