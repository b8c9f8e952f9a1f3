package dev.timelapse.samples.replay;

import java.io.Console;

/** Knows whether somebody watches. */
final class Terminal {

  private Terminal() {}

  /**
   * Returns whether the program talks to a terminal. Since Java 22 there is a console without one,
   * and a method to ask it, which a program for Java 17 can call only by its name.
   */
  @SuppressWarnings("SystemConsoleNull") // It is null on Java 17 to 21, and asked on later ones.
  static boolean isPresent() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
