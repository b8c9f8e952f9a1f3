package dev.timelapse.testkit.recording;

import java.lang.System.Logger.Level;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A line that the system under test logged. It does not count for the fingerprint: what is logged
 * depends on levels, and may contain what differs from run to run.
 *
 * @param when when it was logged, on the timeline
 * @param level how grave it is
 * @param logger the logger's name
 * @param what the message
 * @param failure the exception that was logged with it, in words; null if there was none
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RecordedLog(
    Moment when, Level level, String logger, String what, @Nullable String failure)
    implements Recorded {

  @Override
  public String lane() {
    return "log";
  }

  @Override
  public String outcome() {
    String source = level + " " + logger.substring(logger.lastIndexOf('.') + 1);
    return failure == null ? source : source + ", " + failure;
  }

  @Override
  public String toString() {
    return Words.of(this);
  }
}
