package dev.timelapse.testkit;

import dev.timelapse.testkit.choice.Choices;
import dev.timelapse.testkit.recording.Account;
import dev.timelapse.testkit.recording.Recording;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What happened on the timeline of a test that failed, as a page of text. It is added to the
 * innermost cause of the failure, so that it is printed last. It is as wide as the environment
 * variable {@code COLUMNS} says, and 100 characters without that. It has no colours, since the text
 * of an exception also goes to reports and IDEs, which would show them as signs.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class TimelineAccount extends Exception {

  private static final long serialVersionUID = 1L;

  /** How wide a terminal is of which nothing is known. */
  private static final int WIDTH = 100;

  private TimelineAccount(String text) {
    super(text, null, false, false);
  }

  /** Adds the account to a failure, unless it has one. */
  static void addTo(Throwable failure, Timeline timeline, ExtensionContext context) {
    Throwable innermost = failure;
    while (!isTold(innermost)) {
      Throwable cause = innermost.getCause();
      if (cause == null) {
        innermost.addSuppressed(of(failure, timeline, context));
        return;
      }
      innermost = cause;
    }
  }

  /** Whatever goes wrong with the account, the failure is what the test has to show. */
  private static Throwable of(Throwable failure, Timeline timeline, ExtensionContext context) {
    try {
      timeline.engine().breakOff();
      return new TimelineAccount(text(failure, timeline, context));
    } catch (Throwable e) {
      return e;
    }
  }

  /** The page alone is printed: it says what it is. */
  @SuppressWarnings("OverrideThrowableToString")
  @Override
  public String toString() {
    return String.valueOf(getMessage());
  }

  private static boolean isTold(Throwable failure) {
    for (Throwable suppressed : failure.getSuppressed()) {
      if (suppressed instanceof TimelineAccount) {
        return true;
      }
    }
    return false;
  }

  private static String text(Throwable failure, Timeline timeline, ExtensionContext context) {
    String test = place(context, Class::getSimpleName, ", ") + context.getDisplayName();
    Recording recording = timeline.recording();
    Account account =
        new Account(test, recording, width(System::getenv))
            .broke(failure)
            .at(timeline.now(), timeline.elapsed());
    boolean exact = !timeline.engine().dependsOnRealTime();
    if (recording.choiceCount() > 0) {
      account.fact("seed", seed(timeline.choices(), recording.choiceCount(), exact));
    }
    if (exact) {
      account.fact("fingerprint", String.format("%016x", recording.fingerprint()));
    } else {
      account.fact("real time", "had a part in this run: another one may differ");
    }
    return account.writtenTo(file(context)).text();
  }

  /** A test that leaves nothing to chance has no seed to speak of. */
  private static String seed(Choices choices, long count, boolean exact) {
    long seed = choices.seed().orElse(Choices.DEFAULT_SEED);
    return seed
        + ", for "
        + count
        + (count == 1 ? " choice" : " choices")
        + (exact ? "; it runs like this again with @Timelapse(seed = " + seed + ")" : "");
  }

  private static Path file(ExtensionContext context) {
    String name =
        place(context, Class::getName, ".")
            + part(context, ExtensionContext::getTestMethod).map(Method::getName).orElse("")
            + context.getUniqueId().replaceAll(".*?(#\\d+)?\\]?$", "$1");
    boolean gradle =
        Files.exists(Path.of("build.gradle")) || Files.exists(Path.of("build.gradle.kts"));
    return Path.of(gradle ? "build" : "target", "timelapse", name.replace('$', '.') + ".jsonl");
  }

  private static String place(
      ExtensionContext context, Function<Class<?>, String> name, String end) {
    return part(context, ExtensionContext::getTestClass).map(name).map(n -> n + end).orElse("");
  }

  /** Looks for what a context knows, or one around it: that of a dynamic test knows little. */
  private static <T> Optional<T> part(
      ExtensionContext context, Function<ExtensionContext, Optional<T>> part) {
    Optional<T> found = part.apply(context);
    Optional<ExtensionContext> parent = context.getParent();
    return found.isPresent() || parent.isEmpty() ? found : part(parent.get(), part);
  }

  /** Returns how wide the terminal is, as far as a shell says so in the environment. */
  static int width(Function<String, @Nullable String> environment) {
    String columns = environment.apply("COLUMNS");
    return columns != null && columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : WIDTH;
  }
}
