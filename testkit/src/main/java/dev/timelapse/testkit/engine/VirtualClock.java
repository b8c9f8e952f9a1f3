package dev.timelapse.testkit.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A clock that shows the wall time of a timeline in a zone. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class VirtualClock extends Clock {

  private final VirtualTimeSource time;
  private final ZoneId zone;

  /** Creates a clock. */
  public VirtualClock(VirtualTimeSource time, ZoneId zone) {
    this.time = time;
    this.zone = zone;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new VirtualClock(time, other);
  }

  @Override
  public Instant instant() {
    return time.instant();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof VirtualClock that && time == that.time && zone.equals(that.zone);
  }

  @Override
  public int hashCode() {
    return zone.hashCode();
  }

  @Override
  public String toString() {
    return "virtual clock, " + instant() + " in " + zone;
  }
}
