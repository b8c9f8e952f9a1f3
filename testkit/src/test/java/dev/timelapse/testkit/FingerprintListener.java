package dev.timelapse.testkit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.slf4j.LoggerFactory;

/**
 * Writes down the fingerprint of every timeline that ended in a test, with the test's unique id, so
 * that two runs of all tests can be compared: on other JVMs, with other hash codes, in another
 * order. Does so if the environment variable {@code TIMELAPSE_FINGERPRINTS} names a file.
 */
public final class FingerprintListener implements TestExecutionListener {

  private final String file = System.getenv("TIMELAPSE_FINGERPRINTS");
  private final Logger log = (Logger) LoggerFactory.getLogger(Timeline.class);
  private final Fingerprints fingerprints = new Fingerprints();

  @Override
  public void testPlanExecutionStarted(TestPlan plan) {
    if (file != null) {
      log.setLevel(Level.DEBUG);
      log.setAdditive(false);
      log.addAppender(fingerprints);
      fingerprints.start();
    }
  }

  @Override
  public void executionStarted(TestIdentifier test) {
    if (test.isTest()) {
      fingerprints.test.set(test.getUniqueId());
    }
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (test.isTest()) {
      fingerprints.test.remove();
    }
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    if (file != null) {
      log.detachAppender(fingerprints);
      try {
        Files.write(
            Path.of(file),
            fingerprints.lines,
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Takes them from what timelines log when they end. */
  private static final class Fingerprints extends AppenderBase<ILoggingEvent> {

    final ThreadLocal<String> test = ThreadLocal.withInitial(() -> "a thread of its own");
    final Queue<String> lines = new ConcurrentLinkedQueue<>();

    @Override
    protected void append(ILoggingEvent event) {
      lines.add(test.get() + "  " + event.getFormattedMessage());
    }
  }
}
