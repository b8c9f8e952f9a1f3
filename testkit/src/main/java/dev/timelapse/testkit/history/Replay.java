package dev.timelapse.testkit.history;

import dev.timelapse.testkit.engine.Engine;
import dev.timelapse.testkit.engine.Timer;
import java.time.Instant;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A history on a timeline. One happening is read ahead and no more, so that a history may be longer
 * than the memory; what stands at one instant is one event.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
@SuppressWarnings("exports") // Made by the timeline alone.
public final class Replay implements AutoCloseable {

  private final Engine engine;
  private String name;
  private final int priority;
  private final Stream<Happening> source;
  private final Iterator<Happening> happenings;
  private long read;
  private @Nullable Happening next;
  private @Nullable Timer timer;

  /**
   * Creates a replay.
   *
   * @param engine what moves the timeline
   * @param name what the recording calls it
   * @param priority which goes first of what is due at one instant
   * @param source the happenings, in order; closed after the last
   */
  public Replay(Engine engine, String name, int priority, Stream<Happening> source) {
    this.engine = engine;
    this.name = name;
    this.priority = priority;
    this.source = source;
    this.happenings = source.iterator();
  }

  /**
   * Puts the first happening on the timeline.
   *
   * @throws IllegalArgumentException if it is past
   */
  public void start() {
    readNext();
    Happening first = next;
    if (first != null && first.at().isBefore(engine.time().instant())) {
      close();
      throw new IllegalArgumentException(
          "history \""
              + name
              + "\" begins at "
              + first.at()
              + ", which is past: the timeline is at "
              + engine.whereabouts().now());
    }
    awaitNext();
  }

  /**
   * Gives it another name.
   *
   * @param other what the recording calls it from now on
   */
  public void rename(String other) {
    name = other;
    if (timer != null) {
      timer.rename(other);
    }
  }

  /**
   * Takes what is still to come out of the script.
   *
   * @return whether anything was
   */
  public boolean cancel() {
    boolean cancelled = timer != null && engine.script().cancel(timer);
    close();
    return cancelled;
  }

  @Override
  public void close() {
    next = null;
    source.close();
  }

  private void readNext() {
    Happening last = next;
    if (!happenings.hasNext()) {
      close();
      return;
    }
    Happening found = Objects.requireNonNull(happenings.next(), "happening");
    read++;
    if (last != null && found.at().isBefore(last.at())) {
      close();
      throw new IllegalStateException(
          "history \""
              + name
              + "\" is not in order: happening "
              + read
              + " is at "
              + found.at()
              + ", and the one before it at "
              + last.at());
    }
    next = found;
  }

  private void awaitNext() {
    Happening awaited = next;
    if (awaited != null) {
      timer = engine.script().addAt(name, awaited.at(), priority, 0, this::step);
    }
  }

  /** Does all that stands at the instant of the next happening. */
  private void step() throws Exception {
    Happening happening = next;
    Instant at = happening == null ? Instant.MAX : happening.at();
    while (happening != null && happening.at().equals(at)) {
      readNext();
      happening.action().run();
      happening = next;
    }
    awaitNext();
  }
}
