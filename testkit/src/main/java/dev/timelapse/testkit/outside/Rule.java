package dev.timelapse.testkit.outside;

import dev.timelapse.testkit.choice.Choices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One behaviour that the test said, and what became of it. */
final class Rule {

  /** Chances are drawn from this many answers, of which the least but 0 strike. */
  private static final long CHANCES = 1_000_000_000;

  final Effect effect;
  private final CallFilter calls;
  private final String declared;
  private final List<Window> windows = new ArrayList<>();
  private double probability = 1;
  private boolean allowedUnused;

  private long about;
  private boolean isAboutThis;
  private long struck;
  private long spared;
  private long overruled;

  Rule(Effect effect, CallFilter calls, String declared) {
    this.effect = effect;
    this.calls = calls;
    this.declared = declared;
  }

  void add(Window window) {
    windows.add(window);
  }

  void setProbability(double share) {
    probability = share;
  }

  void allowUnused() {
    allowedUnused = true;
  }

  /** Takes note of a call that begins. */
  void see(SeenCall call) {
    isAboutThis = calls.includes(call);
    if (isAboutThis) {
      about++;
    }
  }

  /** Answers whether it comes to the call it saw last, and nothing that was said later does. */
  boolean strikes(Instant now, Choices choices, String mock) {
    if (!fits(now)) {
      return false;
    }
    if (probability < 1) {
      long drawn = choices.draw(mock + " " + effect.said(), CHANCES);
      if (drawn == 0 || drawn > Math.max(1, Math.round(probability * CHANCES))) {
        spared++;
        return false;
      }
    }
    struck++;
    return true;
  }

  /** Takes note that something that was said later came to the call. */
  void overrule(Instant now) {
    if (struck == 0 && fits(now)) {
      overruled++;
    }
  }

  private boolean fits(Instant now) {
    if (!isAboutThis) {
      return false;
    }
    for (int i = 0; i < windows.size(); i++) {
      if (!windows.get(i).includes(now, about)) {
        return false;
      }
    }
    return true;
  }

  /** Returns what is to be said of it at the end, or null if that is nothing. */
  @Nullable String leftover(String mock) {
    boolean always = effect.kind() == Effect.Kind.TIME && windows.isEmpty() && probability == 1;
    if (struck > 0 || allowedUnused || always) {
      return null;
    }
    StringBuilder text = new StringBuilder(mock).append(calls.words()).append(' ');
    text.append(effect.said());
    windows.forEach(window -> text.append(' ').append(window.words()));
    if (probability < 1) {
      text.append(" with probability ").append(probability);
    }
    return text.append(", said at ").append(declared).append(": ").append(why()).toString();
  }

  private String why() {
    if (spared > 0) {
      return "of " + calls(spared) + " it struck none";
    } else if (overruled > 0) {
      return calls(overruled) + " would have been struck, but what was said later came first";
    } else if (about > 0) {
      return "none of " + calls(about) + " began then";
    }
    return "there was no such call";
  }

  private static String calls(long count) {
    return count + (count == 1 ? " call" : " calls");
  }
}
