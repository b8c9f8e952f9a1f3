package dev.timelapse.testkit.engine;

import dev.timelapse.scheduler.Firing;
import dev.timelapse.scheduler.SchedulerListener;
import java.time.Duration;

/**
 * Puts the firings of one scheduler on the recording, and fails the test when an assertion in one
 * of them did.
 */
final class FiringRecorder implements SchedulerListener {

  private final Engine engine;
  private final String lane;
  private long current;

  FiringRecorder(Engine engine, String lane) {
    this.engine = engine;
    this.lane = lane;
  }

  @Override
  public void started(Firing firing) {
    String name = firing.name();
    engine.whereabouts().begin("job", name, true);
    current = engine.recorder().firingStarted(lane, name, firing.attempt(), firing.latenessNanos());
  }

  @Override
  public void succeeded(Firing firing) {
    engine.recorder().firingEnded(current, null);
  }

  @Override
  public void failed(Firing firing, Throwable cause) {
    engine.recorder().firingEnded(current, cause);
    if (cause instanceof AssertionError) {
      engine.fail(engine.whereabouts().locate(cause));
    }
  }

  @Override
  public void gaveUp(Firing firing, Throwable cause) {
    note("gave up on \"" + firing.name() + "\" after attempt " + firing.attempt());
  }

  @Override
  public void retrying(Firing firing, Duration delay) {
    engine.recorder().willRetry(lane, firing.name(), delay);
  }

  @Override
  public void missed(Firing firing) {
    note("\"" + firing.name() + "\" missed " + firing.missed() + " firing(s)");
  }

  private void note(String text) {
    engine.note(lane, text);
  }
}
