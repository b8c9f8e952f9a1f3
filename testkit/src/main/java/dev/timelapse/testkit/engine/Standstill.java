package dev.timelapse.testkit.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Tells what every strand of a timeline waits for: for a deadlock, and for what is left over. */
final class Standstill {

  private Standstill() {}

  /** Returns the error for a wait of the test that nothing on the timeline can end. */
  static AssertionError deadlock(Engine engine, Advance request) {
    StringBuilder report = new StringBuilder("deadlock at ");
    report.append(engine.whereabouts().now());
    report.append(": every strand waits, and nothing is due that could let one go on.");
    report.append("\n\n  the test waits for ").append(request.waitsFor());
    report.append(stackOf(request.baton));
    for (String one : waiting(engine)) {
      report.append("\n\n  ").append(one);
    }
    report.append(
        "\nDoes something have to be scripted, completed or released first? What a thread outside the timeline is to end"
            + " is not seen here, unless that thread holds time with hold(…) meanwhile.");
    return new AssertionError(report.toString());
  }

  /** Returns the error for a strand that wants what one that waits in virtual time holds. */
  static AssertionError hopeless(Engine engine, Strand blocked, Strand owner) {
    StringBuilder report = new StringBuilder("deadlock at ");
    report.append(engine.whereabouts().now()).append(": ").append(blocked.activity());
    report.append(" wants a lock or monitor, and ").append(owner.activity());
    report.append(
        " holds it while it waits in virtual time, which stands still until the other has it.");
    report.append("\n\n  ").append(blocked.activity()).append(" is blocked");
    report.append(stackOf(blocked.baton));
    for (String one : waiting(engine)) {
      report.append("\n\n  ").append(one);
    }
    report.append(
        "\nLet no task wait in virtual time while it holds what others want: wait outside of the synchronized block, or"
            + " give both to one scheduler or worker, on which tasks do not overlap.");
    return new AssertionError(report.toString());
  }

  /** Returns the report for time that should move by itself, and does not. */
  static AssertionError automatic(Engine engine, Guests guests, boolean nothingDue) {
    StringBuilder report = new StringBuilder(nothingDue ? "deadlock at " : "standstill at ");
    report.append(engine.whereabouts().now()).append(": time moves by itself, but ");
    List<String> away = engine.relay.awayInWords();
    if (nothingDue) {
      report.append("nothing is due on the timeline that could let anybody go on.");
    } else if (engine.holds.any()) {
      report.append("it is held.");
    } else if (!away.isEmpty()) {
      report.append(
          engine.relay.blockedCountsAsWaiting()
              ? "a strand runs, or is blocked in real I/O."
              : "a strand runs or is blocked for real. If what it waits for comes from the timeline, use"
                  + " automaticWhileBlocked().");
    } else {
      report.append("a thread that it waits for runs, or is blocked in real I/O.");
    }
    for (Held held : engine.holds().list()) {
      report.append("\n\n  ").append(held);
    }
    for (String one : away) {
      report.append("\n\n  ").append(one);
    }
    for (String one : guests.inWords()) {
      report.append("\n\n  ").append(one);
    }
    for (String one : waiting(engine)) {
      report.append("\n\n  ").append(one);
    }
    return new AssertionError(report.toString());
  }

  /** Returns what each strand that waits says of itself, in the order in which they began. */
  static List<String> waiting(Engine engine) {
    List<Strand> strands = new ArrayList<>(engine.relay.waiting());
    strands.sort(Comparator.comparingLong(strand -> waitOf(strand).since()));
    return strands.stream().map(strand -> line(engine, strand)).toList();
  }

  private static String line(Engine engine, Strand strand) {
    Wait wait = waitOf(strand);
    long nanos = engine.time().nanoTime() - wait.since();
    return strand.activity()
        + " waits for "
        + wait.what()
        + (nanos > 0 ? ", for " + Duration.ofNanos(nanos) : "")
        + stackOf(strand.baton);
  }

  private static Wait waitOf(Strand strand) {
    return Objects.requireNonNull(strand.waiting, "waits, but for nothing");
  }

  private static String stackOf(Baton baton) {
    return UserFrames.inLines(UserFrames.of(baton.owner().getStackTrace()));
  }
}
