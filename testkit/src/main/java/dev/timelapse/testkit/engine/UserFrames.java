package dev.timelapse.testkit.engine;

import java.util.Arrays;
import org.apiguardian.api.API;

/** Stack traces without the frames that say nothing to the person who wrote the test. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class UserFrames {

  private UserFrames() {}

  /**
   * Gives an error the stack trace of another one, or its own, without the frames of Timelapse and
   * Mockito.
   */
  public static <T extends Throwable> T only(T error, Throwable from) {
    error.setStackTrace(
        Arrays.stream(from.getStackTrace())
            .filter(frame -> !isFramework(frame.getClassName()))
            .toArray(StackTraceElement[]::new));
    return error;
  }

  private static boolean isFramework(String type) {
    return type.startsWith("dev.timelapse.testkit.engine.")
        || type.startsWith("dev.timelapse.testkit.CallListener")
        || type.startsWith("dev.timelapse.testkit.OutsideCalls")
        || type.startsWith("dev.timelapse.scheduler.")
        || type.startsWith("org.mockito.")
        || type.contains("$MockitoMock$");
  }
}
