package dev.timelapse.testkit.outside;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a behaviour does to a call. */
sealed interface Effect {

  /** Of each kind, one effect at most comes to a call. */
  enum Kind {
    TIME,
    END,
    ARRIVAL
  }

  Kind kind();

  /** Returns the word that the user wrote. */
  String said();

  record Takes(Duration duration) implements Effect {

    @Override
    public Kind kind() {
      return Kind.TIME;
    }

    @Override
    public String said() {
      return "takes(" + duration + ")";
    }
  }

  /** Reaches what answers it at once; the answer takes the time. */
  record AnswersAfter(Duration duration) implements Effect {

    @Override
    public Kind kind() {
      return Kind.TIME;
    }

    @Override
    public String said() {
      return "answersAfter(" + duration + ")";
    }
  }

  record TakesDrawn(String said, Latency latency) implements Effect {

    @Override
    public Kind kind() {
      return Kind.TIME;
    }
  }

  /** Fails after a time of its own, or at once if there is none. */
  record Fails(@Nullable Duration after, Supplier<? extends Throwable> failure) implements Effect {

    Duration afterOrZero() {
      return after == null ? Duration.ZERO : after;
    }

    @Override
    public Kind kind() {
      return Kind.END;
    }

    @Override
    public String said() {
      return after == null ? "failsWith(…)" : "failsAfter(" + after + ", …)";
    }
  }

  record LosesAnswer(Supplier<? extends Throwable> failure) implements Effect {

    @Override
    public Kind kind() {
      return Kind.END;
    }

    @Override
    public String said() {
      return "losesAnswer(…)";
    }
  }

  record Returns(@Nullable Object value) implements Effect {

    @Override
    public Kind kind() {
      return Kind.END;
    }

    @Override
    public String said() {
      return "returns(" + CallText.value(value) + ")";
    }
  }

  record NeverReturns() implements Effect {

    @Override
    public Kind kind() {
      return Kind.END;
    }

    @Override
    public String said() {
      return "neverReturns()";
    }
  }

  record ArrivesAgain(Duration after) implements Effect {

    @Override
    public Kind kind() {
      return Kind.ARRIVAL;
    }

    @Override
    public String said() {
      return "arrivesAgainAfter(" + after + ")";
    }
  }
}
