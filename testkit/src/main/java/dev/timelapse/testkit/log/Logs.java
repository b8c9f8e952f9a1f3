package dev.timelapse.testkit.log;

import dev.timelapse.testkit.engine.Engine;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogManager;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Takes down what is logged on one timeline. Logging is shared by all tests of a JVM, so each line
 * is told to every timeline that listens, and taken by the one whose strand, or test, logs it.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Logs implements AutoCloseable {

  /** What these log is on the recording already. */
  private static final List<String> OWN_LOGGERS =
      List.of("dev.timelapse.scheduler.", "dev.timelapse.testkit.engine.");

  private final Engine engine;
  private final Thread test = Thread.currentThread();
  private final List<Runnable> detach = new ArrayList<>();

  /** Listens to whatever logging library there is, for a timeline whose test is the caller. */
  public Logs(Engine engine) {
    this.engine = engine;
    if (isLogback()) {
      detach.add(LogbackTap.attach(this));
    }
    if (isJul()) {
      detach.add(JulTap.attach(this));
    }
    if (detach.isEmpty()) {
      throw new IllegalStateException(
          "there is no logging library whose lines could be recorded: put logback-classic on the class path of the"
              + " tests, or log through java.util.logging");
    }
  }

  @Override
  public void close() {
    detach.forEach(Runnable::run);
    detach.clear();
  }

  /** Takes down a line if it was logged on this timeline. */
  void take(Level level, @Nullable String logger, String message, @Nullable Throwable cause) {
    String name = logger == null ? "" : logger;
    if ((engine.isOnStrand() || Thread.currentThread() == test)
        && OWN_LOGGERS.stream().noneMatch(name::startsWith)) {
      engine.recorder().logged(level, name, message, cause);
    }
  }

  private static boolean isLogback() {
    return LoggerFactory.getILoggerFactory()
        .getClass()
        .getName()
        .equals("ch.qos.logback.classic.LoggerContext");
  }

  /** Lines that a bridge brings to SLF4J would come twice. */
  private static boolean isJul() {
    try {
      for (var handler : LogManager.getLogManager().getLogger("").getHandlers()) {
        if (handler.getClass().getName().equals("org.slf4j.bridge.SLF4JBridgeHandler")) {
          return false;
        }
      }
      return true;
    } catch (NoClassDefFoundError e) {
      return false; // The module java.logging is not there.
    }
  }
}
