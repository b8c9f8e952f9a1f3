package dev.timelapse.samples.replay.world;

import static java.util.Comparator.comparing;

import dev.timelapse.samples.replay.history.Outage;
import dev.timelapse.testkit.Timeline;
import dev.timelapse.testkit.history.Happening;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lets outages begin and end on a timeline, before anything else that happens at the same instant;
 * those that end do so before others begin.
 */
public final class OutageScript {

  private OutageScript() {}

  /** Puts outages on a timeline that has not passed any of their starts. */
  public static void play(Timeline time, String name, List<Outage> outages, Effect effect) {
    Stream<Happening> changes =
        Stream.concat(
                outages.stream().map(outage -> new Change(outage, outage.end(), false)),
                outages.stream().map(outage -> new Change(outage, outage.start(), true)))
            .sorted(comparing(Change::at).thenComparing(Change::begins))
            .map(change -> new Happening(change.at, () -> change.on(effect)));
    time.history(name, changes);
  }

  private record Change(Outage outage, Instant at, boolean begins) {

    void on(Effect effect) {
      if (begins) {
        effect.began(outage);
      } else {
        effect.ended(outage);
      }
    }
  }

  /** What an outage does. */
  public interface Effect {

    /** An outage begins now. */
    void began(Outage outage);

    /** An outage ends now. */
    void ended(Outage outage);
  }
}
