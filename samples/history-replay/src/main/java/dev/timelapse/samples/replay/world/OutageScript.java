package dev.timelapse.samples.replay.world;

import static java.util.Comparator.comparing;

import dev.timelapse.samples.replay.history.Outage;
import dev.timelapse.testkit.Timeline;
import java.time.Instant;
import java.util.List;

/**
 * Lets outages begin and end on a timeline, before anything else that happens at the same instant;
 * those that end do so before others begin. One action at a time is pending.
 */
public final class OutageScript {

  private final Timeline time;
  private final List<Outage> byStart;
  private final List<Outage> byEnd;
  private final Effect effect;
  private int begun;
  private int ended;

  private OutageScript(Timeline time, List<Outage> outages, Effect effect) {
    this.time = time;
    this.byStart = outages.stream().sorted(comparing(Outage::start)).toList();
    this.byEnd = outages.stream().sorted(comparing(Outage::end)).toList();
    this.effect = effect;
  }

  /** Puts outages on a timeline that has not passed any of their starts. */
  public static void play(Timeline time, List<Outage> outages, Effect effect) {
    new OutageScript(time, outages, effect).awaitNext();
  }

  private void awaitNext() {
    Instant next = ended < byEnd.size() ? byEnd.get(ended).end() : null;
    if (begun < byStart.size() && (next == null || byStart.get(begun).start().isBefore(next))) {
      next = byStart.get(begun).start();
    }
    if (next != null) {
      time.at(next, this::step);
    }
  }

  private void step() {
    Instant now = time.now();
    while (ended < byEnd.size() && !byEnd.get(ended).end().isAfter(now)) {
      effect.ended(byEnd.get(ended++));
    }
    while (begun < byStart.size() && !byStart.get(begun).start().isAfter(now)) {
      effect.began(byStart.get(begun++));
    }
    awaitNext();
  }

  /** What an outage does. */
  public interface Effect {

    /** An outage begins now. */
    void began(Outage outage);

    /** An outage ends now. */
    void ended(Outage outage);
  }
}
