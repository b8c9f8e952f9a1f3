package dev.timelapse.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/**
 * The scheduler against {@link NaiveScheduler}, on the same random histories. What a task does is
 * drawn from a seed of its own, so that both sides do the same as long as they run the same.
 */
class RandomHistoryTest {

  private static final int HISTORIES = 60;

  /** Histories miss many firings, by intent: no need to read of each. */
  private static final Logger LOG = (Logger) LoggerFactory.getLogger(Scheduler.class);

  @BeforeAll
  static void hush() {
    LOG.setLevel(Level.ERROR);
  }

  @AfterAll
  static void speak() {
    LOG.setLevel(null);
  }

  @ParameterizedTest
  @EnumSource(Delays.class)
  void randomHistory_onBothSides_runsTheSame(Delays delays) {
    for (int seed = 0; seed < HISTORIES; seed++) {
      List<String> expected = new History(seed, delays, new NaiveSide()).run();
      List<String> actual = new History(seed, delays, new RealSide()).run();

      assertThat(actual).as("seed %d", seed).isEqualTo(expected);
    }
  }

  /** Which delays a history has: what is hard for a queue depends on how they are spread. */
  private enum Delays {
    FEW {
      @Override
      long draw(Dice dice) {
        return dice.below(4);
      }
    },
    SPREAD {
      @Override
      long draw(Dice dice) {
        return dice.below(1_000_000);
      }
    },
    SKEWED {
      @Override
      long draw(Dice dice) {
        return (dice.next() >>> 16) >>> dice.below(48);
      }
    },
    SAME {
      @Override
      long draw(Dice dice) {
        return dice.oneIn(20) ? dice.below(100) : 30;
      }
    },
    NEGATIVE {
      @Override
      long draw(Dice dice) {
        return dice.below(200) - 150L;
      }
    };

    abstract long draw(Dice dice);
  }

  /** One way to carry out what a history asks for; handles are numbered. */
  private interface Side {

    void add(long delay, int priority, long period, String name, Runnable task);

    boolean cancel(int handle);

    boolean isPending(int handle);

    List<String> pending();

    long runDue();

    void pass(long nanos);
  }

  private static final class History {

    private final Dice dice;
    private final Delays delays;
    private final Side side;
    private final List<String> trace = new ArrayList<>();
    private int handles;
    private int budget = 400;

    History(int seed, Delays delays, Side side) {
      this.dice = new Dice(seed);
      this.delays = delays;
      this.side = side;
    }

    List<String> run() {
      for (int i = dice.below(100); i >= 0; i--) {
        add(dice);
      }
      for (int step = 0; step < 200; step++) {
        act(dice);
        long wait = side.runDue();
        trace.add("wait " + wait);
        if (wait != Scheduler.NEVER && !dice.oneIn(3)) {
          side.pass(wait);
        } else {
          side.pass(dice.below(50));
        }
      }
      trace.addAll(side.pending());
      return trace;
    }

    private void add(Dice drawn) {
      int number = handles++;
      boolean job = drawn.oneIn(4);
      long period = job ? 1 + delays.draw(drawn) % 1_000_000 : 0;
      // A rate that is due all the time would never let runDue return.
      long usable = job && period <= 0 ? 7 : period;
      String name = job ? "job " + number : "one-shot";
      int priority = drawn.oneIn(3) ? drawn.below(5) - 2 : 0;
      side.add(delays.draw(drawn), priority, usable, name, () -> run(number));
    }

    private void run(int number) {
      trace.add("run " + number);
      if (budget > 0) {
        budget--;
        act(new Dice(number * 1_000_003L + budget));
      }
    }

    private void act(Dice drawn) {
      for (int i = drawn.below(4); i > 0; i--) {
        switch (drawn.below(8)) {
          case 0, 1, 2, 3 -> add(drawn);
          case 4, 5, 6 -> {
            int victim = drawn.below(handles);
            trace.add("cancel " + victim + " " + side.cancel(victim));
          }
          default -> {
            int asked = drawn.below(handles);
            trace.add("pending " + asked + " " + side.isPending(asked));
            trace.addAll(side.pending());
          }
        }
      }
    }
  }

  private static final class NaiveSide implements Side {

    private final NaiveScheduler scheduler = new NaiveScheduler();
    private final List<NaiveScheduler.Entry> handles = new ArrayList<>();

    @Override
    public void add(long delay, int priority, long period, String name, Runnable task) {
      handles.add(scheduler.add(scheduler.now + delay, priority, period, name, task));
    }

    @Override
    public boolean cancel(int handle) {
      return scheduler.cancel(handles.get(handle));
    }

    @Override
    public boolean isPending(int handle) {
      return scheduler.isPending(handles.get(handle));
    }

    @Override
    public List<String> pending() {
      return scheduler.pending();
    }

    @Override
    public long runDue() {
      return scheduler.runDue();
    }

    @Override
    public void pass(long nanos) {
      scheduler.now += nanos;
    }
  }

  private static final class RealSide implements Side {

    private final SimulatedTime time = new SimulatedTime();
    private final Scheduler scheduler = Scheduler.using(time).build();
    private final List<Event> handles = new ArrayList<>();

    @Override
    public void add(long delay, int priority, long period, String name, Runnable task) {
      Duration first = Duration.ofNanos(delay);
      if (period == 0) {
        handles.add(scheduler.after(first, priority, task::run));
      } else {
        handles.add(
            scheduler.add(
                Job.named(name)
                    .trigger(Trigger.every(Duration.ofNanos(period)).startingAfter(first))
                    .priority(priority)
                    .task(task::run)));
      }
    }

    @Override
    public boolean cancel(int handle) {
      return handles.get(handle).cancel();
    }

    @Override
    public boolean isPending(int handle) {
      return handles.get(handle).isPending();
    }

    @Override
    public List<String> pending() {
      return scheduler.pending().stream().map(RealSide::line).toList();
    }

    private static String line(PendingEvent event) {
      return event.name().replaceFirst(": .*", "")
          + "@"
          + Duration.between(SimulatedTime.START, event.due()).toNanos();
    }

    @Override
    public long runDue() {
      return scheduler.runDue();
    }

    @Override
    public void pass(long nanos) {
      time.pass(Duration.ofNanos(nanos));
    }
  }
}
