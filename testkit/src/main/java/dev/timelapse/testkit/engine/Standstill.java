package dev.timelapse.testkit.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Tells what every strand of a timeline waits for: for a deadlock, and for what is left over. */
final class Standstill {

  private Standstill() {}

  /** Returns the error for a wait of the test that nothing on the timeline can end. */
  static AssertionError deadlock(Engine engine, Advance request) {
    StringBuilder report = new StringBuilder("deadlock at ");
    report.append(engine.whereabouts().now());
    report.append(": every strand waits, and nothing is due that could let one go on.");
    report.append("\n\n  ");
    tell(report, engine, "the test", request.waitsFor(), engine.time().nanoTime(), request.baton);
    for (String line : waiting(engine)) {
      report.append("\n\n  ").append(line);
    }
    report.append(
        "\nDoes something have to be scripted, completed or released first? What a thread outside the timeline is to end"
            + " is not seen here.");
    return new AssertionError(report.toString());
  }

  /** Returns what every strand that waits is, and what for, with its stack. */
  static List<String> waiting(Engine engine) {
    List<String> lines = new ArrayList<>();
    for (Strand strand : engine.relay.strands()) {
      Wait wait = strand.waiting;
      if (wait != null) {
        StringBuilder line = new StringBuilder();
        tell(line, engine, strand.activity(), wait.what(), wait.since(), strand.baton);
        lines.add(line.toString());
      }
    }
    return lines;
  }

  private static void tell(
      StringBuilder report, Engine engine, String who, String what, long since, Baton baton) {
    report.append(who).append(" waits for ").append(what);
    long nanos = engine.time().nanoTime() - since;
    if (nanos > 0) {
      report.append(", for ").append(Duration.ofNanos(nanos));
    }
    for (StackTraceElement frame : UserFrames.of(baton.owner().getStackTrace())) {
      report.append("\n      at ").append(frame.getClassName()).append('.');
      report.append(frame.getMethodName()).append('(').append(frame.getFileName());
      report.append(':').append(frame.getLineNumber()).append(')');
    }
  }
}
