package dev.timelapse.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * Says what the tests of one {@link TimelapseExtension} have in common; each call takes the place
 * of the one before. Start with {@link TimelapseExtension#builder()}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class TimelapseExtensionBuilder {

  private final Map<String, String> attributes = new HashMap<>();
  private final List<Leftover> allowed = new ArrayList<>();

  TimelapseExtensionBuilder() {}

  /**
   * Sets the instant at which timelines start; {@link Timeline#DEFAULT_START} by default.
   *
   * @param start the instant
   * @return this builder
   */
  public TimelapseExtensionBuilder start(Instant start) {
    return start(start.toString());
  }

  /**
   * Sets the time at which timelines start; {@link Timeline#DEFAULT_START} by default. It is read
   * when a test starts, which fails if it is no time.
   *
   * @param start an instant with its offset, or a local time or date of the timeline's zone
   * @return this builder
   */
  public TimelapseExtensionBuilder start(String start) {
    attributes.put(TimelineSettings.START, start);
    return this;
  }

  /**
   * Sets the zone in which local times are read, and which injected clocks show; UTC by default.
   *
   * @param zone the zone
   * @return this builder
   */
  public TimelapseExtensionBuilder zone(ZoneId zone) {
    attributes.put(TimelineSettings.ZONE, zone.getId());
    return this;
  }

  /**
   * Sets the seed of all that tests leave to chance; {@link
   * dev.timelapse.testkit.choice.Choices#DEFAULT_SEED} by default.
   *
   * @param seed any number; 0 for the dull run
   * @return this builder
   */
  public TimelapseExtensionBuilder seed(long seed) {
    attributes.put(TimelineSettings.SEED, Long.toString(seed));
    return this;
  }

  /**
   * Sets how much elapsed time may pass on a timeline; a century by default. It is looked at when a
   * test starts, which fails if it is zero or negative.
   *
   * @param horizon the elapsed time, more than zero
   * @return this builder
   */
  public TimelapseExtensionBuilder horizon(Duration horizon) {
    attributes.put(TimelineSettings.HORIZON, horizon.toString());
    return this;
  }

  /**
   * Sets how many events may run on a timeline; a hundred million by default. It is looked at when
   * a test starts, which fails if it is zero or negative.
   *
   * @param limit the limit, more than zero
   * @return this builder
   */
  public TimelapseExtensionBuilder eventLimit(long limit) {
    attributes.put(TimelineSettings.EVENT_LIMIT, Long.toString(limit));
    return this;
  }

  /**
   * Allows things to be left behind at the end of a test, in addition to what is allowed already.
   *
   * @param first a kind
   * @param more more of them
   * @return this builder
   */
  public TimelapseExtensionBuilder allow(Leftover first, Leftover... more) {
    allowed.add(first);
    allowed.addAll(List.of(more));
    return this;
  }

  /**
   * Creates the extension.
   *
   * @return a new extension, to be the value of a field with {@code @RegisterExtension}
   */
  public TimelapseExtension build() {
    return new TimelapseExtension(
        new TimelineSettings.Said(
            "the builder of the TimelapseExtension", Map.copyOf(attributes), List.copyOf(allowed)));
  }
}
