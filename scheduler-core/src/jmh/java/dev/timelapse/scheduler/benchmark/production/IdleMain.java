package dev.timelapse.scheduler.benchmark.production;

import static java.time.Duration.ofHours;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.TimeSource;
import dev.timelapse.scheduler.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Prints how often the threads of idle schedulers wake up, as Linux counts it: voluntary context
 * switches. Arguments: for how many seconds to look; 30 unless given.
 */
public final class IdleMain {

  private static final long SETTLE_MILLIS = 2_000;
  private static final int SECONDS = 30;

  private IdleMain() {}

  public static void main(String... args) throws Exception {
    int seconds = args.length > 0 ? Integer.parseInt(args[0]) : SECONDS;
    Map<String, Path> threads = new LinkedHashMap<>();
    threads.put("Timelapse, nothing pending", drive(scheduler()));
    Scheduler hourly = scheduler();
    hourly.add("hourly", Trigger.every(ofHours(1)), () -> {});
    threads.put("Timelapse, a job each hour", drive(hourly));
    Scheduler yearly = scheduler();
    yearly.add("yearly", Trigger.cron("0 0 29 2 *", ZoneOffset.UTC), () -> {});
    threads.put("Timelapse, a job on a date (looks for clock steps)", drive(yearly));
    ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);
    threads.put("STPE, a task in an hour", executor.submit(IdleMain::thisThread).get());
    executor.schedule(() -> {}, 1, TimeUnit.HOURS);

    Thread.sleep(SETTLE_MILLIS);
    Map<String, Long> before = new LinkedHashMap<>();
    for (Map.Entry<String, Path> thread : threads.entrySet()) {
      before.put(thread.getKey(), wakeUps(thread.getValue()));
    }
    Thread.sleep(seconds * 1000L);
    System.out.printf("wake-ups in %d s%n", seconds);
    for (Map.Entry<String, Path> thread : threads.entrySet()) {
      long count = wakeUps(thread.getValue()) - before.get(thread.getKey());
      System.out.printf("%-52s%6d%n", thread.getKey(), count);
    }
    executor.shutdownNow();
  }

  private static Scheduler scheduler() {
    return Scheduler.using(TimeSource.system()).build();
  }

  private static Path drive(Scheduler scheduler) throws Exception {
    CompletableFuture<Path> thread = new CompletableFuture<>();
    scheduler.after(ofHours(0), () -> thread.complete(thisThread()));
    RealScheduler.start(scheduler);
    return thread.get();
  }

  /** Returns where Linux keeps what it knows of the calling thread. */
  private static Path thisThread() throws IOException {
    Path self = Path.of("/proc/thread-self");
    if (!Files.exists(self)) {
      throw new IOException("wake-ups are counted by Linux alone: there is no " + self);
    }
    return self.toRealPath();
  }

  private static long wakeUps(Path thread) throws IOException {
    for (String line : Files.readAllLines(thread.resolve("status"))) {
      if (line.startsWith("voluntary_ctxt_switches:")) {
        return Long.parseLong(line.substring(line.indexOf(':') + 1).strip());
      }
    }
    throw new IOException("no voluntary_ctxt_switches in " + thread.resolve("status"));
  }
}
