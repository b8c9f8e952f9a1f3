package dev.timelapse.testkit.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.lang.System.Logger.Level;
import org.slf4j.LoggerFactory;

/** Takes lines from Logback, as an appender of its root logger. */
final class LogbackTap extends UnsynchronizedAppenderBase<ILoggingEvent> {

  private final Logs logs;

  private LogbackTap(Logs logs) {
    this.logs = logs;
  }

  /** Begins to take lines; what it returns ends that. */
  static Runnable attach(Logs logs) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    LogbackTap tap = new LogbackTap(logs);
    tap.setName("timelapse");
    tap.setContext(context);
    tap.start();
    root.addAppender(tap);
    return () -> {
      root.detachAppender(tap);
      tap.stop();
    };
  }

  @Override
  protected void append(ILoggingEvent event) {
    Throwable cause =
        event.getThrowableProxy() instanceof ThrowableProxy proxy ? proxy.getThrowable() : null;
    logs.take(level(event), event.getLoggerName(), event.getFormattedMessage(), cause);
  }

  private static Level level(ILoggingEvent event) {
    return switch (event.getLevel().toInt()) {
      case ch.qos.logback.classic.Level.ERROR_INT -> Level.ERROR;
      case ch.qos.logback.classic.Level.WARN_INT -> Level.WARNING;
      case ch.qos.logback.classic.Level.INFO_INT -> Level.INFO;
      case ch.qos.logback.classic.Level.DEBUG_INT -> Level.DEBUG;
      default -> Level.TRACE;
    };
  }
}
