package dev.timelapse.testkit.engine;

import dev.timelapse.testkit.recording.Recorded;
import dev.timelapse.testkit.recording.RecordedFiring;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what happens, and stops a run that goes beyond its {@link Limits}. */
final class Bounds {

  private static final int LAST_EVENTS = 10;

  private final Engine engine;
  private long events;
  private long eventsAtInstant;
  private long mostEvents;
  private long mostAtInstant;
  private long horizonNanos;
  private Limits limits;

  Bounds(Engine engine) {
    this.engine = engine;
    this.limits = Limits.DEFAULT;
    set(limits);
  }

  void set(Limits other) {
    limits = other;
    mostEvents = other.events();
    mostAtInstant = other.eventsAtInstant();
    horizonNanos = Elapsed.nanos(other.horizon());
  }

  long horizonNanos() {
    return horizonNanos;
  }

  /** Counts something that happens now. */
  void count() {
    events++;
    if (++eventsAtInstant > mostAtInstant) {
      throw runaway(
          "more than "
              + mostAtInstant
              + " events ran at one instant, and time does not move. Does something schedule itself again without a delay",
          Math.min(eventsAtInstant, Integer.MAX_VALUE));
    }
    if (events > mostEvents) {
      throw runaway(
          "more than "
              + mostEvents
              + " events ran in this test. If that is what it takes, raise the limit with @Timelapse(eventLimit = …)",
          Integer.MAX_VALUE);
    }
  }

  /** Takes note that time moves. */
  void moved() {
    eventsAtInstant = 0;
  }

  /** Refuses to go where no test means to go. */
  void checkReach(long elapsed) {
    if (elapsed > horizonNanos && elapsed != Elapsed.NEVER) {
      throw runaway(
          "time would move beyond the horizon, "
              + limits.horizon()
              + " after the start. If that is what it takes, raise it with @Timelapse(horizon = …)",
          Integer.MAX_VALUE);
    }
  }

  private AssertionError runaway(String what, long last) {
    return new AssertionError(
        "runaway at "
            + engine.whereabouts().now()
            + ": "
            + what
            + mostFrequent(last)
            + ". The end of the recording:\n"
            + engine.recorder().recording().lastPage(LAST_EVENTS));
  }

  /** Tells which job ran most often in the last part of the recording. */
  private String mostFrequent(long last) {
    List<Recorded> entries = engine.recorder().recording().entries();
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Recorded entry :
        entries.subList((int) Math.max(0, entries.size() - last), entries.size())) {
      String name = entry instanceof RecordedFiring firing ? firing.name() : entry.what();
      counts.merge(name, 1L, Long::sum);
    }
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(
            most ->
                ". Of the last "
                    + counts.values().stream().mapToLong(Long::longValue).sum()
                    + " things recorded, "
                    + most.getValue()
                    + " are \""
                    + most.getKey()
                    + "\"")
        .orElse("");
  }
}
