package dev.timelapse.testkit.engine;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.SimulatedScheduler;
import dev.timelapse.scheduler.StrandStopped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What of the system stands on the timeline, and what was killed and is not built anew yet. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Components {

  private final Engine engine;
  private final Deque<String> lanes = new ArrayDeque<>();
  private boolean restarting;
  private int schedulers;

  Components(Engine engine) {
    this.engine = engine;
  }

  /** Takes over the driving of something that has a queue of its own. */
  public void adopt(Driven driven) {
    engine.agenda.driven.removeIf(Driven::isClosed);
    engine.agenda.driven.add(driven);
  }

  /** Takes over the driving of a scheduler. */
  void adopt(Scheduler scheduler, SimulatedScheduler face) {
    engine.enter("schedulers");
    try {
      String lane = laneOfScheduler();
      adopt(new DrivenScheduler(lane, scheduler, face));
      scheduler.addListener(new FiringRecorder(engine, lane));
    } finally {
      engine.leave();
    }
  }

  /** Returns the lane of a scheduler that is being built: one of those that crashed, if it can. */
  private String laneOfScheduler() {
    if (restarting) {
      for (String lane : lanes) {
        if (lane.startsWith("scheduler")) {
          lanes.remove(lane);
          return lane;
        }
      }
    }
    schedulers++;
    return schedulers == 1 ? "scheduler" : "scheduler " + schedulers;
  }

  /**
   * Ends components as their killed process would: nothing of them runs any more, and their tasks
   * that wait are unwound. Does not return if the calling task is one of theirs.
   *
   * @throws IllegalArgumentException if one of them is not driven by this timeline
   */
  public void crash(List<?> components) {
    engine.enter("components");
    Strand me = Strand.current(engine);
    List<Driven> crashed;
    List<String> stuck;
    try {
      crashed = components.stream().map(this::find).toList();
      for (Driven each : crashed) {
        engine.recorder().crashed(each.lane());
        lanes.add(each.lane());
        engine.agenda.driven.remove(each);
        each.crashed();
      }
      stuck = engine.gate.isAutomatic() ? List.of() : engine.relay.unwind(crashed, me);
    } finally {
      engine.leave();
    }
    if (engine.gate.isAutomatic()) {
      // What is unwound needs the gate, as all strands do in automatic time.
      stuck = engine.automaticTime().whileItStandsStill(() -> engine.relay.unwind(crashed, me));
    }
    if (!stuck.isEmpty()) {
      throw new AssertionError(
          "tasks are still running on "
              + stuck
              + " though their process was killed: they catch Throwable, or block in real I/O");
    }
    if (me != null && crashed.contains(me.driven)) {
      me.killed = true;
      me.killedAwake = true;
      throw new StrandStopped();
    }
  }

  private Driven find(Object component) {
    for (Driven each : engine.agenda.driven) {
      if (each.drives(component)) {
        return each;
      }
    }
    throw new IllegalArgumentException(
        component
            + " does not run on this timeline, or no more: crash(…) takes schedulers that were built"
            + " on its time source, and executors that it made");
  }

  /** Builds anew what was killed, with the lanes that it had. */
  public <T extends @Nullable Object> T restart(Callable<T> build) throws Exception {
    engine.enter("components");
    try {
      if (lanes.isEmpty()) {
        throw new IllegalStateException(
            "nothing has crashed that could be restarted: call crash(…) before");
      }
      for (String lane : new ArrayList<>(lanes)) {
        engine.recorder().restarted(lane);
      }
      restarting = true;
    } finally {
      engine.leave();
    }
    try {
      return build.call();
    } finally {
      restarting = false;
      lanes.clear();
    }
  }
}
