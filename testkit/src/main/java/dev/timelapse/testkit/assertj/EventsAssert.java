package dev.timelapse.testkit.assertj;

import dev.timelapse.testkit.recording.Recorded;
import dev.timelapse.testkit.recording.RecordedFiring;
import dev.timelapse.testkit.recording.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on some events of a recording, in the order in which they began. All durations are
 * elapsed time. A failure shows the offending events where they stand on the timeline.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class EventsAssert extends AbstractAssert<EventsAssert, List<? extends Recorded>> {

  private final Recording recording;
  private final String name;

  EventsAssert(Recording recording, String name, List<? extends Recorded> events) {
    super(events, EventsAssert.class);
    this.recording = recording;
    this.name = name;
  }

  /**
   * Leaves only those that failed.
   *
   * @return what can be asserted of them
   */
  public EventsAssert thatFailed() {
    return only(name + " that failed", event -> Spans.failed(event));
  }

  /**
   * Leaves only those that ended well.
   *
   * @return what can be asserted of them
   */
  public EventsAssert thatSucceeded() {
    return only(name + " that succeeded", event -> Spans.hasEnded(event) && !Spans.failed(event));
  }

  /**
   * Leaves only those that began within a time.
   *
   * @param from the first instant, as the wall clock showed it
   * @param until the first instant after it
   * @return what can be asserted of them
   */
  public EventsAssert between(Instant from, Instant until) {
    return only(
        name + " from " + from + " until " + until,
        event -> !event.at().isBefore(from) && event.at().isBefore(until));
  }

  /**
   * Asserts how many there are.
   *
   * @param count the exact number
   * @return this
   */
  public EventsAssert hasSize(int count) {
    return count(actual.size() == count, "exactly " + count);
  }

  /**
   * Asserts that there are so many or more.
   *
   * @param count the least number
   * @return this
   */
  public EventsAssert hasSizeAtLeast(int count) {
    return count(actual.size() >= count, "at least " + count);
  }

  /**
   * Asserts that there are so many or fewer.
   *
   * @param count the greatest number
   * @return this
   */
  public EventsAssert hasSizeAtMost(int count) {
    return count(actual.size() <= count, "at most " + count);
  }

  /**
   * Asserts that there is none.
   *
   * @return this
   */
  public EventsAssert isEmpty() {
    return count(actual.isEmpty(), "none");
  }

  /**
   * Begins an assertion on what lies between one and the next.
   *
   * @param limit the longest time
   * @return the rest of the sentence
   */
  public Apart areAtMost(Duration limit) {
    return new Apart(limit, true);
  }

  /**
   * Begins an assertion on what lies between one and the next.
   *
   * @param limit the shortest time
   * @return the rest of the sentence
   */
  public Apart areAtLeast(Duration limit) {
    return new Apart(limit, false);
  }

  /** The rest of an assertion on what lies between events. */
  public final class Apart {

    private final Duration limit;
    private final boolean atMost;

    private Apart(Duration limit, boolean atMost) {
      this.limit = limit;
      this.atMost = atMost;
    }

    /**
     * Asserts it of the time from the beginning of each to that of the next. At most so far apart
     * can only be two or more.
     *
     * @return what else can be asserted of the events
     */
    public EventsAssert apart() {
      String sentence = (atMost ? "at most " : "at least ") + Spans.words(limit) + " apart";
      if (atMost) {
        count(actual.size() > 1, sentence + ", so two or more");
      }
      return eachWithNext(
          sentence,
          (event, next) -> {
            int order = next.elapsed().minus(event.elapsed()).compareTo(limit);
            return atMost ? order <= 0 : order >= 0;
          });
    }
  }

  /**
   * Asserts how long each took. What has not ended does not count.
   *
   * @param limit the longest time
   * @return this
   */
  public EventsAssert takeAtMost(Duration limit) {
    return each(
        "to take at most " + Spans.words(limit),
        event -> !Spans.hasEnded(event) || Spans.took(event).compareTo(limit) <= 0);
  }

  /**
   * Asserts how long after it was due each firing started.
   *
   * @param limit the greatest lateness
   * @return this
   */
  public EventsAssert areLateByAtMost(Duration limit) {
    return each(
        "to be late by at most " + Spans.words(limit),
        event ->
            !(event instanceof RecordedFiring firing) || firing.lateness().compareTo(limit) <= 0);
  }

  /**
   * Asserts that none began within a time.
   *
   * @param from the first instant, as the wall clock showed it
   * @param until the first instant after it
   * @return this
   */
  public EventsAssert haveNoneBetween(Instant from, Instant until) {
    between(from, until).isEmpty();
    return this;
  }

  /**
   * Begins an assertion that something follows each of them, at the same instant or later.
   *
   * @param others what follows, such as {@code recording.callsTo("pager")}
   * @return the rest of the sentence
   */
  public Followed areEachFollowedBy(List<? extends Recorded> others) {
    return new Followed(others);
  }

  /** The rest of an assertion on what follows. */
  public final class Followed {

    private final List<? extends Recorded> others;

    private Followed(List<? extends Recorded> others) {
      this.others = List.copyOf(others);
    }

    /**
     * Asserts it of the time between the two beginnings.
     *
     * @param limit the longest time
     * @return what else can be asserted of the events
     */
    public EventsAssert within(Duration limit) {
      List<Recorded> offending = new ArrayList<>();
      int next = 0;
      for (Recorded event : actual) {
        while (next < others.size() && number(others, next) <= event.when().number()) {
          next++;
        }
        if (next == others.size()
            || others.get(next).elapsed().minus(event.elapsed()).compareTo(limit) > 0) {
          offending.add(event);
        }
      }
      String expected = "each to be followed within " + Spans.words(limit);
      return offending.isEmpty() ? EventsAssert.this : fail(expected, offending);
    }
  }

  /**
   * Asserts that the last of them began before the first of others.
   *
   * @param others what comes after, such as {@code recording.firingsOf("verify")}
   * @return this
   */
  public EventsAssert areBefore(List<? extends Recorded> others) {
    return each(
        "to be before all others",
        event -> others.isEmpty() || event.when().number() < number(others, 0));
  }

  /**
   * Asserts that no two of them were under way at the same time. One may begin when another ends.
   *
   * @return this
   */
  public EventsAssert doNotOverlap() {
    return doNotOverlap(actual);
  }

  /**
   * Asserts that none of them was under way together with one of others, of whatever scheduler. One
   * may begin when another ends; what has not ended is still under way.
   *
   * @param others the others, such as {@code recording.firingsOf("compact")}
   * @return this
   */
  public EventsAssert doNotOverlap(List<? extends Recorded> others) {
    List<Recorded> offending = new ArrayList<>();
    Recorded longest = null;
    Recorded longestOther = null;
    int i = 0;
    int j = 0;
    while (i < actual.size() || j < others.size()) {
      boolean isOther =
          i == actual.size() || (j < others.size() && number(others, j) < number(actual, i));
      Recorded event = isOther ? others.get(j++) : actual.get(i++);
      Recorded before = isOther ? longest : longestOther;
      if (before != null && !before.equals(event) && Spans.overlap(before, event)) {
        offending.add(before);
        offending.add(event);
      }
      longest = isOther ? longest : Spans.longer(longest, event);
      longestOther = isOther ? Spans.longer(longestOther, event) : longestOther;
    }
    return offending.isEmpty() ? this : fail("not to overlap", offending);
  }

  private static long number(List<? extends Recorded> events, int index) {
    return events.get(index).when().number();
  }

  private EventsAssert only(String choice, Predicate<Recorded> condition) {
    isNotNull();
    EventsAssert some =
        new EventsAssert(recording, choice, actual.stream().filter(condition).toList());
    return info.hasDescription() ? some.as(info.descriptionText()) : some;
  }

  private EventsAssert count(boolean right, String expected) {
    return right ? this : fail("to be " + expected + ", but there are " + actual.size(), actual);
  }

  private EventsAssert each(String expected, Predicate<Recorded> condition) {
    List<Recorded> offending = new ArrayList<>(actual);
    offending.removeIf(condition);
    return offending.isEmpty() ? this : fail(expected, offending);
  }

  private EventsAssert eachWithNext(String expected, BiPredicate<Recorded, Recorded> condition) {
    List<Recorded> offending = new ArrayList<>();
    for (int i = 1; i < actual.size(); i++) {
      if (!condition.test(actual.get(i - 1), actual.get(i))) {
        offending.add(actual.get(i - 1));
        offending.add(actual.get(i));
      }
    }
    return offending.isEmpty() ? this : fail("to be " + expected, offending);
  }

  private EventsAssert fail(String expected, List<? extends Recorded> offending) {
    failWithMessage(
        "%s", "Expecting " + name + " " + expected + ":\n\n" + recording.pageAround(offending));
    return this;
  }
}
