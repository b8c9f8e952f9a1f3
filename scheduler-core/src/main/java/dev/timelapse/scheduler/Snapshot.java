package dev.timelapse.scheduler;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lists what is pending, in order. */
final class Snapshot {

  private static final Comparator<Line> ORDER =
      Comparator.comparingLong(Line::due)
          .thenComparingInt(line -> line.event.priority())
          .thenComparingLong(Line::sequence);

  private final Clocks clocks;
  private final List<Line> lines = new ArrayList<>();

  Snapshot(Clocks clocks) {
    this.clocks = clocks;
  }

  /** Adds what a slot holds. */
  void add(Object action, long due, int priority, long sequence) {
    if (action instanceof ArmedEvent event) {
      add(event, due, sequence);
    } else {
      lines.add(
          new Line(
              due,
              sequence,
              new PendingEvent(
                  SlotEvent.describe(action), clocks.instantAt(due), priority, false)));
    }
  }

  /** Adds events that are not queued yet: they will come last of their priority. */
  void add(List<ArmedEvent> events) {
    for (ArmedEvent event : events) {
      add(event, event.due, event.sequence == Slots.NONE ? Long.MAX_VALUE : event.sequence);
    }
  }

  List<PendingEvent> inOrder() {
    lines.sort(ORDER);
    return lines.stream().map(Line::event).toList();
  }

  private void add(ArmedEvent event, long due, long sequence) {
    Instant instant = event.dueInstant;
    lines.add(
        new Line(
            due,
            sequence,
            new PendingEvent(
                event instanceof OneShot oneShot ? oneShot.describe() : event.name(),
                instant != null ? instant : clocks.instantAt(due),
                event.priority,
                event.isRecurring())));
  }

  private record Line(long due, long sequence, PendingEvent event) {}
}
