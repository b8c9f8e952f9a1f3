package dev.timelapse.scheduler;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A handle on a one-shot that lives in the slot table and nowhere else. The scheduler does not hold
 * it; two handles on the same one-shot are equal.
 */
final class SlotEvent extends Event {

  static final String NAME = "one-shot";

  private final int slot;
  private final long stamp;

  SlotEvent(Loop loop, int slot, int priority, long stamp) {
    super(loop, priority);
    this.slot = slot;
    this.stamp = stamp;
  }

  /** Returns what tells a pending one-shot from others; its task may be gone already. */
  static String describe(@Nullable Object task) {
    return task == null ? NAME : NAME + ": " + TaskName.of(task);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean cancel() {
    return loop.cancel(slot, stamp);
  }

  @Override
  public boolean isPending() {
    return loop.slots().isLive(slot, stamp);
  }

  @Override
  public @Nullable Instant due() {
    long due = loop.slots().dueOf(slot, stamp);
    return due == Slots.GONE ? null : loop.clocks.instantAt(due);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SlotEvent that && loop == that.loop && stamp == that.stamp;
  }

  @Override
  public int hashCode() {
    return Objects.hash(stamp);
  }
}
