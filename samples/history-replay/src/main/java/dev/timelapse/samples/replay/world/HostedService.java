package dev.timelapse.samples.replay.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service and the nodes on which it runs, or would if they were up. */
final class HostedService {

  final List<Integer> hosts = new ArrayList<>();
  @Nullable Instant downSince;
}
