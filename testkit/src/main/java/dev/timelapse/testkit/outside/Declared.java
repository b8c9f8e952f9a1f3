package dev.timelapse.testkit.outside;

import java.lang.StackWalker.StackFrame;
import java.util.Set;

/** Where in the test something was said. */
final class Declared {

  private static final StackWalker STACK = StackWalker.getInstance();

  private static final Set<String> OURS =
      Set.of(Declared.class.getName(), OutsideCalls.class.getName());

  private Declared() {}

  /** Returns the file and line of the user's code that is calling. */
  static String here() {
    return STACK
        .walk(frames -> frames.filter(frame -> !isOurs(frame.getClassName())).findFirst())
        .map(Declared::place)
        .orElse("unknown");
  }

  private static String place(StackFrame frame) {
    return frame.getFileName() == null
        ? frame.getClassName()
        : frame.getFileName() + ":" + frame.getLineNumber();
  }

  private static boolean isOurs(String type) {
    return OURS.contains(type);
  }
}
