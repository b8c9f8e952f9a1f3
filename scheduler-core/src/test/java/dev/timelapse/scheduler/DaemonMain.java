package dev.timelapse.scheduler;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * A daemon as users write it, with a shutdown hook, for {@link ShutdownHookTest}. It says what
 * happens on its output. Arguments: what its task does, and the hook's limit.
 */
final class DaemonMain {

  /** Tells what it says from what is logged. */
  static final String MARK = "daemon: ";

  private DaemonMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    Duration limit = Duration.parse(arguments[1]);
    Scheduler scheduler = Scheduler.using(TimeSource.system()).build();
    scheduler.add("nightly", Trigger.every(Duration.ofHours(24)), () -> {});
    scheduler.after(Duration.ofHours(1), () -> {});
    scheduler.after(Duration.ZERO, task(arguments[0], scheduler));
    scheduler.addListener(
        new SchedulerListener() {
          @Override
          public void failed(Firing firing, Throwable cause) {
            say("failed: " + cause.getClass().getSimpleName());
          }
        });
    Runtime.getRuntime().addShutdownHook(new Thread(() -> shutDown(scheduler, limit)));
    scheduler.run();
  }

  private static void shutDown(Scheduler scheduler, Duration limit) {
    for (PendingEvent left : scheduler.close(limit)) {
      say("left: " + left.name());
    }
    say("closed");
  }

  private static Task task(String what, Scheduler scheduler) {
    return switch (what) {
      case "ends" ->
          () -> {
            say("ready");
            // As work would that is nearly done when the shutdown begins.
            while (!scheduler.isClosed()) {
              Thread.onSpinWait();
            }
            say("task ended");
          };
      case "hangs" ->
          () -> {
            say("ready");
            new CountDownLatch(1).await();
          };
      case "exits" -> () -> System.exit(7);
      default -> throw new IllegalArgumentException(what);
    };
  }

  private static void say(String line) {
    System.out.println(MARK + line);
    System.out.flush();
  }
}
