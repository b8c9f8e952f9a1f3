package dev.timelapse.testkit.model;

import dev.timelapse.scheduler.Event;
import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.Task;
import dev.timelapse.testkit.Leftover;
import dev.timelapse.testkit.Timeline;
import dev.timelapse.testkit.VirtualExecutor;
import dev.timelapse.testkit.model.Instruction.Await;
import dev.timelapse.testkit.model.Instruction.Cancel;
import dev.timelapse.testkit.model.Instruction.Locked;
import dev.timelapse.testkit.model.Instruction.Post;
import dev.timelapse.testkit.model.Instruction.Say;
import dev.timelapse.testkit.model.Instruction.Signal;
import dev.timelapse.testkit.model.Instruction.Sleep;
import dev.timelapse.testkit.model.Instruction.Start;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Runs a program on a timeline, with schedulers, executors and futures as a user has them. */
final class TimelineRun {

  private final Timeline time =
      Timeline.startingAt(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
  private final List<String> log = new ArrayList<>();
  private final List<Object> queues = new ArrayList<>();
  private final List<BooleanSupplier> posts = new ArrayList<>();
  private final List<List<CompletableFuture<Void>>> signals = new ArrayList<>();
  private final List<List<CompletableFuture<Void>>> waitingForLock = new ArrayList<>();
  private final boolean[] locked = new boolean[Program.LOCKS];

  private TimelineRun(Program program) {
    time.allow(Leftover.PENDING_ONE_SHOTS, Leftover.WAITING_TASKS);
    for (int i = 0; i < Program.SIGNALS; i++) {
      signals.add(new ArrayList<>());
    }
    for (int i = 0; i < Program.LOCKS; i++) {
      waitingForLock.add(new ArrayList<>());
    }
    for (int workers : program.workers()) {
      queues.add(
          workers == 0 ? Scheduler.using(time.timeSource()).build() : time.executor(workers));
    }
    for (Program.Scripted scripted : program.script()) {
      time.at(
          Instant.parse("2026-01-01T00:00:00Z").plusSeconds(scripted.at()),
          scripted.priority(),
          () -> run(scripted.body()));
    }
  }

  /** Returns the lines that a program writes. */
  static List<String> of(Program program) {
    TimelineRun run = new TimelineRun(program);
    try {
      for (int advance : program.advances()) {
        long events = run.time.advanceBy(Duration.ofSeconds(advance));
        run.say("advanced, " + events + " events");
      }
      return List.copyOf(run.log);
    } finally {
      run.time.close();
    }
  }

  private void run(List<Instruction> body) throws Exception {
    for (Instruction instruction : body) {
      if (instruction instanceof Say say) {
        say(say.text());
      } else if (instruction instanceof Sleep sleep) {
        time.sleep(Duration.ofSeconds(sleep.seconds()));
      } else if (instruction instanceof Post post) {
        posts.add(post(post));
      } else if (instruction instanceof Start start) {
        time.strand("strand", () -> run(start.body()));
      } else if (instruction instanceof Cancel cancel) {
        int index = posts.size() - cancel.ago();
        say("cancelled " + (index >= 0 && posts.get(index).getAsBoolean()));
      } else if (instruction instanceof Await await) {
        say("signalled " + await(await.signal(), await.seconds()));
      } else if (instruction instanceof Signal signal) {
        for (CompletableFuture<Void> waiter : List.copyOf(signals.get(signal.signal()))) {
          waiter.complete(null);
        }
        signals.get(signal.signal()).clear();
      } else if (instruction instanceof Locked block) {
        lock(block.lock());
        run(block.body());
        unlock(block.lock());
      }
    }
  }

  private BooleanSupplier post(Post post) {
    Task task = () -> run(post.body());
    if (queues.get(post.queue()) instanceof Scheduler scheduler) {
      Event event = scheduler.after(Duration.ofSeconds(post.delay()), post.priority(), task);
      return event::cancel;
    }
    VirtualExecutor executor = (VirtualExecutor) queues.get(post.queue());
    var future =
        executor.schedule(
            () -> {
              task.run();
              return null;
            },
            post.delay(),
            TimeUnit.SECONDS);
    return () -> future.cancel(false);
  }

  private boolean await(int signal, int seconds) throws Exception {
    CompletableFuture<Void> future = time.futures().incomplete();
    signals.get(signal).add(future);
    try {
      if (seconds == 0) {
        future.get();
      } else {
        future.get(seconds, TimeUnit.SECONDS);
      }
      return true;
    } catch (TimeoutException e) {
      signals.get(signal).removeIf(other -> other == future);
      return false;
    }
  }

  private void lock(int lock) throws Exception {
    if (locked[lock]) {
      CompletableFuture<Void> turn = time.futures().incomplete();
      waitingForLock.get(lock).add(turn);
      turn.get();
    }
    locked[lock] = true;
  }

  private void unlock(int lock) {
    if (waitingForLock.get(lock).isEmpty()) {
      locked[lock] = false;
    } else {
      waitingForLock.get(lock).remove(0).complete(null);
    }
  }

  private void say(String text) {
    log.add(time.elapsed().toSeconds() + " " + text);
  }
}
