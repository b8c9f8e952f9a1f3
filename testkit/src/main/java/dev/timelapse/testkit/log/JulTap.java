package dev.timelapse.testkit.log;

import java.lang.System.Logger.Level;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Takes lines from {@code java.util.logging}, as a handler of its root logger. */
final class JulTap extends Handler {

  private final Logs logs;

  private JulTap(Logs logs) {
    this.logs = logs;
    setFormatter(new SimpleFormatter());
  }

  /** Begins to take lines; what it returns ends that. */
  static Runnable attach(Logs logs) {
    Logger root = LogManager.getLogManager().getLogger("");
    JulTap tap = new JulTap(logs);
    root.addHandler(tap);
    return () -> root.removeHandler(tap);
  }

  @Override
  public void publish(LogRecord line) {
    if (isLoggable(line)) {
      String message = getFormatter().formatMessage(line);
      logs.take(
          level(line.getLevel().intValue()),
          line.getLoggerName(),
          message == null ? "" : message,
          line.getThrown());
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  private static Level level(int value) {
    if (value >= java.util.logging.Level.SEVERE.intValue()) {
      return Level.ERROR;
    } else if (value >= java.util.logging.Level.WARNING.intValue()) {
      return Level.WARNING;
    } else if (value >= java.util.logging.Level.CONFIG.intValue()) {
      return Level.INFO;
    }
    return value >= java.util.logging.Level.FINE.intValue() ? Level.DEBUG : Level.TRACE;
  }
}
