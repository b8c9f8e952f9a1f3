package dev.timelapse.samples.replay.history;

import java.time.ZoneId;
import java.util.List;

/** What a history says of itself before its outages are in order. */
record HistorySource(String name, ZoneId zone, List<String> nodes) {}
