package dev.timelapse.testkit.benchmark;

import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.time.Instant;

/** A workflow that waits a minute again and again, in Temporal's test environment. */
final class TemporalTimers {

  private static final String QUEUE = "benchmark";

  /** How many timers one run of the workflow has, so that its history stays of a usual length. */
  private static final int BATCH = 500;

  private TemporalTimers() {}

  /** Runs a test of so many minutes; answers how often something happened. */
  static long run(Instant start, int minutes) {
    TestEnvironmentOptions options =
        TestEnvironmentOptions.newBuilder().setInitialTime(start).build();
    try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance(options)) {
      Worker worker = environment.newWorker(QUEUE);
      worker.registerWorkflowImplementationTypes(Loop.class);
      environment.start();
      EachMinute workflow =
          environment
              .getWorkflowClient()
              .newWorkflowStub(
                  EachMinute.class, WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build());
      long ran = workflow.run(minutes, 0);
      Duration passed =
          Duration.between(start, Instant.ofEpochMilli(environment.currentTimeMillis()));
      if (passed.toMinutes() < minutes) {
        throw new AssertionError(passed + " have passed instead of " + minutes + " min");
      }
      return ran;
    }
  }

  /** The workflow. */
  @WorkflowInterface
  public interface EachMinute {

    /** Goes on for so many minutes, after it has run so often. */
    @WorkflowMethod
    long run(int minutes, long ran);
  }

  /** The workflow as a loop, which starts anew now and then as Temporal wants it to. */
  public static final class Loop implements EachMinute {

    @Override
    public long run(int minutes, long ran) {
      int batch = Math.min(minutes, BATCH);
      long sum = ran;
      for (int i = 0; i < batch; i++) {
        Workflow.sleep(Duration.ofMinutes(1));
        sum++;
      }
      return minutes == batch
          ? sum
          : Workflow.newContinueAsNewStub(EachMinute.class).run(minutes - batch, sum);
    }
  }
}
