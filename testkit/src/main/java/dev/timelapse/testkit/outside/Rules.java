package dev.timelapse.testkit.outside;

import dev.timelapse.testkit.choice.Choices;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All behaviours of one mock, in the order in which they were said. */
final class Rules {

  /** Quantiles of latencies are drawn from this many. */
  private static final long QUANTILES = 1L << 30;

  private final String mock;
  private final List<Rule> rules = new ArrayList<>();

  Rules(String mock) {
    this.mock = mock;
  }

  void add(Rule rule) {
    rules.add(rule);
  }

  /** Answers whether nothing was said of the mock. */
  boolean isEmpty() {
    return rules.isEmpty();
  }

  /** Returns what comes to a call that begins now. */
  Fate fateOf(SeenCall call, Instant now, Choices choices) {
    for (int i = 0; i < rules.size(); i++) {
      rules.get(i).see(call);
    }
    Effect time = null;
    Effect end = null;
    Effect arrival = null;
    for (int i = rules.size() - 1; i >= 0; i--) {
      Rule rule = rules.get(i);
      switch (rule.effect.kind()) {
        case TIME -> time = later(time, rule, now, choices);
        case END -> end = later(end, rule, now, choices);
        case ARRIVAL -> arrival = later(arrival, rule, now, choices);
      }
    }
    boolean actsFirst = time instanceof Effect.AnswersAfter;
    return new Fate(duration(time, choices), actsFirst, end, (Effect.ArrivesAgain) arrival);
  }

  private @Nullable Effect later(
      @Nullable Effect saidLater, Rule rule, Instant now, Choices choices) {
    if (saidLater != null) {
      rule.overrule(now);
      return saidLater;
    }
    return rule.strikes(now, choices, mock) ? rule.effect : null;
  }

  private Duration duration(@Nullable Effect time, Choices choices) {
    if (time instanceof Effect.Takes fixed) {
      return fixed.duration();
    } else if (time instanceof Effect.AnswersAfter late) {
      return late.duration();
    } else if (time instanceof Effect.TakesDrawn drawn) {
      double share = (double) choices.draw(mock + " " + drawn.said(), QUANTILES) / QUANTILES;
      Duration duration = Objects.requireNonNull(drawn.latency().at(share), "latency");
      if (duration.isNegative()) {
        throw new IllegalArgumentException(
            drawn.said() + " on \"" + mock + "\": the latency gives " + duration + " at " + share);
      }
      return duration;
    }
    return Duration.ZERO;
  }

  /** Returns a line for each behaviour that came to nothing. */
  List<String> leftovers() {
    return rules.stream().map(rule -> rule.leftover(mock)).filter(Objects::nonNull).toList();
  }

  /**
   * What comes to one call.
   *
   * @param time how long it takes
   * @param actsFirst whether that is after it was answered
   * @param end how it ends; null if it is answered
   * @param arrival when it arrives once more; null if it does not
   */
  record Fate(
      Duration time,
      boolean actsFirst,
      @Nullable Effect end,
      Effect.@Nullable ArrivesAgain arrival) {

    static final Fate NONE = new Fate(Duration.ZERO, false, null, null);
  }
}
