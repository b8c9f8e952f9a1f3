package dev.timelapse.samples.replay.run;

import dev.timelapse.samples.replay.report.Columns;
import dev.timelapse.samples.replay.report.Summary;
import java.util.List;

/**
 * What a replay found.
 *
 * @param summary the figures
 * @param detections the outages that were noticed, in the order in which they were
 * @param nodesDown how many nodes were down
 * @param sparesLeft how many spares were in the pool
 */
public record Result(
    Summary summary, List<Detection> detections, Columns nodesDown, Columns sparesLeft) {}
