package dev.timelapse.testkit.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The strands of the test's own: started when time is next advanced, and asked at the end. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class PlainStrands {

  private final Engine engine;
  private final List<StrandFuture<?>> all = new ArrayList<>();

  PlainStrands(Engine engine) {
    this.engine = engine;
  }

  /** Starts one: it runs when time is next advanced. */
  public <T extends @Nullable Object> Future<T> start(String name, Callable<T> task) {
    engine.enter("strands");
    try {
      engine.relay.checkNotStopped();
      StrandFuture<T> strand = new StrandFuture<>(engine, name, task);
      Timer timer = Timer.script(name, engine.time().nanoTime(), null, 0, 0, strand::begin);
      strand.startsWith(timer);
      engine.agenda.add(timer);
      all.add(strand);
      return strand;
    } finally {
      engine.leave();
    }
  }

  /** Returns what they failed with that nobody has asked for. */
  public List<String> unseenFailures() {
    engine.enter("strands");
    try {
      return all.stream().map(StrandFuture::unseenFailure).filter(Objects::nonNull).toList();
    } finally {
      engine.leave();
    }
  }
}
