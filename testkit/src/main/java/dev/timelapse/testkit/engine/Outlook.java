package dev.timelapse.testkit.engine;

import dev.timelapse.scheduler.PendingEvent;
import java.util.List;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/** What is to come on a timeline, and what waits for it. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Outlook {

  private final Engine engine;
  private final Agenda agenda;
  private final Relay relay;

  Outlook(Engine engine) {
    this.engine = engine;
    this.agenda = engine.agenda;
    this.relay = engine.relay;
  }

  /** Returns all that is to come, in order. */
  public List<PendingEvent> pending() {
    return ask("events to come", () -> agenda.pending(engine.time()));
  }

  /** Returns the elapsed time of what is due next, or {@link Elapsed#NEVER} if nothing is. */
  public long nextDue() {
    return ask(
        "events to come",
        () -> {
          agenda.findNext();
          return agenda.nextDue;
        });
  }

  /** Answers whether nothing is to come but the next rounds of recurring things. */
  public boolean isIdle() {
    return ask("events to come", () -> relay.waiting().isEmpty() && !agenda.hasForeground());
  }

  /** Returns what each strand that waits says of itself, one a text of some lines. */
  public List<String> waiting() {
    return ask("strands", () -> Standstill.waiting(engine));
  }

  private <T> T ask(String what, Supplier<T> question) {
    engine.enter(what);
    try {
      return question.get();
    } finally {
      engine.leave();
    }
  }
}
