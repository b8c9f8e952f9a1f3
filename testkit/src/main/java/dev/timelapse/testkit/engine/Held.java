package dev.timelapse.testkit.engine;

import java.lang.StackWalker.StackFrame;
import java.util.List;
import org.apiguardian.api.API;

/** Someone's wish that time stand still. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Held {

  private final Holds holds;
  private final String reason;
  private final String owner;
  private final List<StackTraceElement> where;
  final Thread thread = Thread.currentThread();

  Held(Holds holds, String reason, String owner) {
    this.holds = holds;
    this.reason = reason;
    this.owner = owner;
    this.where =
        UserFrames.of(
            StackWalker.getInstance()
                .walk(
                    frames ->
                        frames
                            .map(StackFrame::toStackTraceElement)
                            .toArray(StackTraceElement[]::new)));
  }

  /** Lets time move again; any thread may. Does nothing the second time. */
  public void release() {
    holds.release(this);
  }

  /** Returns who holds time, why, and where it was asked for, in lines. */
  @Override
  public String toString() {
    return "\"" + reason + "\", held by " + owner + UserFrames.inLines(where);
  }
}
