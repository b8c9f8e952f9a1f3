package dev.timelapse.testkit.engine;

import java.util.Arrays;
import java.util.List;
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

  /** Returns those frames of a waiting thread that tell where in the user's code it waits. */
  static List<StackTraceElement> of(StackTraceElement[] stack) {
    List<StackTraceElement> frames =
        Arrays.stream(stack)
            .filter(
                frame -> !isFramework(frame.getClassName()) && !isMachinery(frame.getClassName()))
            .toList();
    // What JUnit calls tests through, such as List.forEach, says nothing either.
    int end = frames.size();
    while (end > 0 && frames.get(end - 1).getClassName().startsWith("java.")) {
      end--;
    }
    return end == 0 ? frames : frames.subList(0, end);
  }

  /** Returns frames as lines of a report, each after a line break. */
  static String inLines(List<StackTraceElement> frames) {
    StringBuilder lines = new StringBuilder();
    for (StackTraceElement frame : frames) {
      lines.append("\n      at ").append(frame.getClassName()).append('.');
      lines.append(frame.getMethodName()).append('(').append(frame.getFileName());
      lines.append(':').append(frame.getLineNumber()).append(')');
    }
    return lines.toString();
  }

  private static boolean isFramework(String type) {
    return type.startsWith("dev.timelapse.testkit.engine.")
        || type.startsWith("dev.timelapse.testkit.check.")
        || type.equals("dev.timelapse.testkit.Timeline")
        || type.equals("dev.timelapse.testkit.TimelineFaces")
        || type.equals("dev.timelapse.testkit.TimelineMoves")
        || type.equals("dev.timelapse.testkit.TimelineScript")
        || type.startsWith("dev.timelapse.testkit.VirtualExecutor")
        || type.startsWith("dev.timelapse.testkit.executor.WorkerPool")
        || type.startsWith("dev.timelapse.testkit.executor.PoolTask")
        || type.startsWith("dev.timelapse.testkit.executor.BulkCalls")
        || type.startsWith("dev.timelapse.testkit.executor.Completions")
        || type.equals("dev.timelapse.testkit.executor.VirtualFuture")
        || type.startsWith("dev.timelapse.testkit.outside.MockCalls")
        || type.startsWith("dev.timelapse.testkit.outside.MockitoSide")
        || type.startsWith("dev.timelapse.testkit.outside.Calling")
        || type.contains("$Proxy")
        || type.startsWith("dev.timelapse.scheduler.")
        || type.startsWith("org.mockito.")
        || type.contains("$MockitoMock$");
  }

  /** What parks a thread, and what called the test. */
  private static boolean isMachinery(String type) {
    return type.startsWith("java.lang.Thread")
        || type.startsWith("java.lang.VirtualThread")
        || type.startsWith("java.lang.System$")
        || type.startsWith("java.lang.reflect.")
        || type.startsWith("java.util.concurrent.locks.LockSupport")
        || type.equals("java.util.concurrent.FutureTask")
        || type.equals("java.util.concurrent.Executors$RunnableAdapter")
        || type.startsWith("jdk.internal.")
        || type.contains("$$Lambda")
        || type.startsWith("org.junit.")
        || type.startsWith("org.apache.maven.surefire.");
  }
}
