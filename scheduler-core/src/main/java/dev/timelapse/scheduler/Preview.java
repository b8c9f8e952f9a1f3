package dev.timelapse.scheduler;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Merges the plans of some jobs, one firing at a time. */
final class Preview implements Iterator<PlannedFiring> {

  private final PriorityQueue<Head> heads = new PriorityQueue<>();
  private final Instant until;

  private Preview(List<Line> lines, Instant from, Instant until) {
    this.until = until;
    for (int i = 0; i < lines.size(); i++) {
      enqueue(lines.get(i), i, from);
    }
  }

  /**
   * Returns firings in the order of due time, priority and place in the list.
   *
   * @param from the first instant
   * @param until the instant before which it ends
   */
  static Stream<PlannedFiring> of(List<Line> lines, Instant from, Instant until) {
    return Stream.of(lines)
        .flatMap(
            all ->
                StreamSupport.stream(
                    Spliterators.spliteratorUnknownSize(
                        new Preview(all, from, until), Spliterator.ORDERED | Spliterator.NONNULL),
                    false));
  }

  @Override
  public boolean hasNext() {
    return !heads.isEmpty();
  }

  @Override
  public PlannedFiring next() {
    Head head = heads.poll();
    if (head == null) {
      throw new NoSuchElementException("no firing before " + until);
    }
    enqueue(head.line, head.place, head.due.plusNanos(1));
    return new PlannedFiring(head.line.job.name(), head.due);
  }

  private void enqueue(Line line, int place, Instant from) {
    Instant due = line.plan.next(from);
    if (due != null && due.isBefore(until)) {
      heads.add(new Head(due, place, line));
    }
  }

  /** A job and its plan. */
  record Line(Job job, Plan plan) {}

  private record Head(Instant due, int place, Line line) implements Comparable<Head> {

    @Override
    public int compareTo(Head other) {
      int byDue = due.compareTo(other.due);
      if (byDue != 0) {
        return byDue;
      }
      int byPriority = Integer.compare(line.job.priority(), other.line.job.priority());
      return byPriority != 0 ? byPriority : Integer.compare(place, other.place);
    }
  }
}
