package dev.timelapse.testkit.model;

import dev.timelapse.testkit.model.Instruction.Await;
import dev.timelapse.testkit.model.Instruction.Cancel;
import dev.timelapse.testkit.model.Instruction.Locked;
import dev.timelapse.testkit.model.Instruction.Post;
import dev.timelapse.testkit.model.Instruction.Say;
import dev.timelapse.testkit.model.Instruction.Signal;
import dev.timelapse.testkit.model.Instruction.Sleep;
import dev.timelapse.testkit.model.Instruction.Start;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Interprets a program on one thread, as plainly as can be: a list of what is to come, of which the
 * least by (due, priority, sequence) that may start is next, and routines that remember where they
 * are.
 */
final class ReferenceRun {

  private static final Comparator<Entry> ORDER =
      Comparator.<Entry>comparingInt(entry -> entry.due)
          .thenComparingInt(entry -> entry.priority)
          .thenComparingInt(entry -> entry.sequence);

  private final Program program;
  private final List<Entry> agenda = new ArrayList<>();
  private final int[] busy;
  private final List<Entry> posts = new ArrayList<>();
  private final List<List<Routine>> waitingForSignal = new ArrayList<>();
  private final List<List<Routine>> waitingForLock = new ArrayList<>();
  private final boolean[] locked = new boolean[Program.LOCKS];
  private final List<String> log = new ArrayList<>();
  private int now;
  private int sequence;
  private int events;

  private ReferenceRun(Program program) {
    this.program = program;
    this.busy = new int[program.workers().size()];
    for (int i = 0; i < Program.SIGNALS; i++) {
      waitingForSignal.add(new ArrayList<>());
    }
    for (int i = 0; i < Program.LOCKS; i++) {
      waitingForLock.add(new ArrayList<>());
    }
    for (Program.Scripted scripted : program.script()) {
      add(scripted.at(), scripted.priority(), new Routine(scripted.body(), -1));
    }
  }

  /** Returns the lines that a program writes. */
  static List<String> of(Program program) {
    ReferenceRun run = new ReferenceRun(program);
    for (int advance : program.advances()) {
      run.advanceTo(run.now + advance);
      run.say("advanced, " + run.events + " events");
      run.events = 0;
    }
    return run.log;
  }

  private void advanceTo(int target) {
    Optional<Entry> next = next();
    while (next.isPresent() && next.get().due <= target) {
      Entry entry = next.get();
      agenda.remove(entry);
      now = Math.max(now, entry.due);
      Routine routine = entry.routine;
      if (!routine.started) {
        routine.started = true;
        if (routine.queue >= 0) {
          busy[routine.queue]++;
        }
      }
      routine.resume();
      next = next();
    }
    now = target;
  }

  private Optional<Entry> next() {
    return agenda.stream().filter(this::mayGoOn).min(ORDER);
  }

  private boolean mayGoOn(Entry entry) {
    int queue = entry.routine.queue;
    return queue < 0
        || entry.routine.started
        || busy[queue] < Math.max(1, program.workers().get(queue));
  }

  private Entry add(int due, int priority, Routine routine) {
    Entry entry = new Entry(due, priority, sequence++, routine);
    agenda.add(entry);
    return entry;
  }

  private void wake(Routine routine) {
    agenda.removeIf(entry -> entry.routine == routine);
    routine.woken = true;
    add(now, 0, routine);
  }

  private boolean cancel(int ago) {
    int index = posts.size() - ago;
    if (index < 0) {
      return false;
    }
    Entry post = posts.get(index);
    Routine routine = post.routine;
    boolean isFuture = program.workers().get(routine.queue) > 0;
    boolean cancels = isFuture ? !routine.ended && !routine.cancelled : agenda.contains(post);
    routine.cancelled |= cancels;
    agenda.remove(post);
    return cancels;
  }

  private void say(String text) {
    log.add(now + " " + text);
  }

  /** Something to come: the start of a routine, or the end of its wait. */
  private record Entry(int due, int priority, int sequence, Routine routine) {}

  /** A task that runs, and where in it it is. */
  private final class Routine {

    private final int queue;

    /** What is left to do; a runnable is the end of a locked block. */
    private final Deque<Object> todo = new ArrayDeque<>();

    private boolean started;
    private boolean cancelled;
    private boolean ended;
    private boolean woken;

    /** What to do when its wait is over. */
    private @Nullable Runnable afterWait;

    Routine(List<Instruction> body, int queue) {
      this.queue = queue;
      todo.addAll(body);
    }

    void resume() {
      Runnable after = afterWait;
      afterWait = null;
      if (after != null) {
        after.run();
      }
      while (afterWait == null) {
        Object next = todo.poll();
        if (next == null) {
          ended = true;
          events++;
          if (queue >= 0) {
            busy[queue]--;
          }
          return;
        }
        if (next instanceof Runnable runnable) {
          runnable.run();
        } else {
          run((Instruction) next);
        }
      }
    }

    private void run(Instruction instruction) {
      if (instruction instanceof Say say) {
        say(say.text());
      } else if (instruction instanceof Sleep sleep) {
        if (sleep.seconds() > 0) {
          waitFor(sleep.seconds(), () -> {});
        }
      } else if (instruction instanceof Post post) {
        int priority = program.workers().get(post.queue()) == 0 ? post.priority() : 0;
        posts.add(add(now + post.delay(), priority, new Routine(post.body(), post.queue())));
      } else if (instruction instanceof Start start) {
        add(now, 0, new Routine(start.body(), -1));
      } else if (instruction instanceof Cancel cancel) {
        say("cancelled " + cancel(cancel.ago()));
      } else if (instruction instanceof Await await) {
        List<Routine> waiting = waitingForSignal.get(await.signal());
        waiting.add(this);
        waitFor(
            await.seconds(),
            () -> {
              waiting.remove(this);
              say("signalled " + woken);
            });
      } else if (instruction instanceof Signal signal) {
        List<Routine> waiting = waitingForSignal.get(signal.signal());
        waiting.forEach(ReferenceRun.this::wake);
        waiting.clear();
      } else if (instruction instanceof Locked block) {
        todo.addFirst((Runnable) () -> unlock(block.lock()));
        for (int i = block.body().size() - 1; i >= 0; i--) {
          todo.addFirst(block.body().get(i));
        }
        if (locked[block.lock()]) {
          waitingForLock.get(block.lock()).add(this);
          waitFor(0, () -> {});
        }
        locked[block.lock()] = true;
      }
    }

    /** Waits until it is woken, or so many seconds unless those are 0. */
    private void waitFor(int seconds, Runnable after) {
      woken = false;
      afterWait = after;
      if (seconds > 0) {
        add(now + seconds, 0, this);
      }
    }

    private void unlock(int lock) {
      if (waitingForLock.get(lock).isEmpty()) {
        locked[lock] = false;
      } else {
        wake(waitingForLock.get(lock).remove(0));
      }
    }
  }
}
