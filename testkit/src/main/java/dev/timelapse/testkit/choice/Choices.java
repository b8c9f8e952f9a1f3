package dev.timelapse.testkit.choice;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.apiguardian.api.API;

/**
 * Every decision of one timeline that its test leaves open, in the order in which they were made:
 * how long a call takes, whether a fault strikes, by how much a job is jittered. Each is a number
 * from 0 up to a bound, and 0 is the dull answer: nothing happens, as quickly as it can.
 *
 * <p>The list is what a seed expands to, and the same seed gives the same list on every machine.
 * Seed 0 stands for the dull run: it expands to zeros. A replay reads the list instead. No other
 * chance may reach a run. Belongs to the strands of its timeline, which run one at a time.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Choices {

  /** The seed of a timeline unless told otherwise. */
  public static final long DEFAULT_SEED = 1;

  private final Source source;
  private final OptionalLong seed;
  private Listener listener = (label, bound, value) -> {};
  private long[] values = new long[16];
  private int count;

  private Choices(Source source, OptionalLong seed) {
    this.source = source;
    this.seed = seed;
  }

  /**
   * Creates the choices that a seed expands to.
   *
   * @param seed any number; 0 for the dull run
   * @return new choices, of which none is made yet
   */
  public static Choices ofSeed(long seed) {
    SplitMix generator = new SplitMix(seed);
    Source source = seed == 0 ? bound -> 0 : generator::below;
    return new Choices(source, OptionalLong.of(seed));
  }

  /**
   * Creates choices that are read from a list. What is beyond its end is dull, and so is what is
   * not below its bound, so that any list can be replayed.
   *
   * @param values what {@link #values()} gave, or a part of it; zero or more each
   * @return new choices, of which none is made yet
   * @throws IllegalArgumentException if a value is negative
   */
  public static Choices replaying(List<Long> values) {
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) < 0) {
        throw new IllegalArgumentException(
            "choice " + i + " of the replay must be 0 or more, but is " + values.get(i));
      }
    }
    return new Choices(new Replay(values), OptionalLong.empty());
  }

  /**
   * Sets who is told of each choice.
   *
   * @param who the listener
   */
  public void tell(Listener who) {
    listener = who;
  }

  /**
   * Makes the next choice. One that has only one possible answer is none, and not on the list.
   *
   * @param label what is decided, in a few words that are the same in every run
   * @param bound the number of possible answers, 1 or more
   * @return the answer, from 0 to {@code bound - 1}
   * @throws IllegalArgumentException if {@code bound} is less than 1
   */
  public long draw(String label, long bound) {
    Objects.requireNonNull(label, "label");
    if (bound < 1) {
      throw new IllegalArgumentException(
          "a choice must have 1 or more possible answers: draw(\"" + label + "\", " + bound + ")");
    }
    if (bound == 1) {
      return 0;
    }
    listener.enter();
    try {
      long value = source.next(bound);
      if (count == values.length) {
        values = Arrays.copyOf(values, count * 2);
      }
      values[count++] = value;
      listener.chosen(label, bound, value);
      return value;
    } finally {
      listener.leave();
    }
  }

  /**
   * Returns a random generator whose every number is a choice.
   *
   * @param label what it decides
   * @return the generator
   */
  public RandomGenerator random(String label) {
    return new DrawnRandom(this, Objects.requireNonNull(label, "label"));
  }

  /**
   * Returns what was chosen so far.
   *
   * @return a copy, which can be replayed
   */
  public List<Long> values() {
    listener.enter();
    try {
      return Arrays.stream(values, 0, count).boxed().toList();
    } finally {
      listener.leave();
    }
  }

  /**
   * Returns the seed.
   *
   * @return the seed; empty in a replay
   */
  public OptionalLong seed() {
    return seed;
  }

  @Override
  public String toString() {
    String from = seed.isPresent() ? "seed " + seed.getAsLong() : "replay";
    return from + ", " + count + (count == 1 ? " choice" : " choices");
  }

  /** Is told of each choice. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  @FunctionalInterface
  public interface Listener {

    /**
     * Lets the calling thread choose, until {@link #leave} is called.
     *
     * @throws IllegalStateException if when it does would be left to chance
     */
    default void enter() {}

    /** Ends what {@link #enter} began. */
    default void leave() {}

    /**
     * A choice was made.
     *
     * @param label what was decided
     * @param bound the number of possible answers
     * @param value the answer
     */
    void chosen(String label, long bound, long value);
  }

  private interface Source {

    long next(long bound);
  }

  private static final class Replay implements Source {

    private final List<Long> values;
    private int next;

    Replay(List<Long> values) {
      this.values = List.copyOf(values);
    }

    @Override
    public long next(long bound) {
      long value = next < values.size() ? values.get(next++) : 0;
      return value < bound ? value : 0;
    }
  }
}
