package dev.timelapse.testkit.assertj;

import dev.timelapse.testkit.recording.Recorded;
import dev.timelapse.testkit.recording.RecordedCall;
import dev.timelapse.testkit.recording.Recording;
import java.util.List;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on a recording. Each choice of events wants all of them: of a recording that no longer
 * keeps its first entries, it is refused.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RecordingAssert extends AbstractAssert<RecordingAssert, Recording> {

  RecordingAssert(Recording actual) {
    super(actual, RecordingAssert.class);
  }

  /**
   * Chooses the firings of a job, retries included.
   *
   * @param job the job's name
   * @return what can be asserted of them
   */
  public EventsAssert firingsOf(String job) {
    return events("firings of \"" + job + "\"", whole().firingsOf(job));
  }

  /**
   * Chooses the calls to a mock.
   *
   * @param mock the name of the mock
   * @return what can be asserted of them
   */
  public EventsAssert callsTo(String mock) {
    return events("calls to " + mock, whole().callsTo(mock));
  }

  /**
   * Chooses the calls to a method of a mock.
   *
   * @param mock the name of the mock
   * @param method the name of the method
   * @return what can be asserted of them
   */
  public EventsAssert callsTo(String mock, String method) {
    List<RecordedCall> calls =
        whole().callsTo(mock).stream().filter(call -> call.method().equals(method)).toList();
    return events("calls to " + mock + "." + method, calls);
  }

  /**
   * Chooses events by a condition.
   *
   * @param name what they are called
   * @param condition which ones they are
   * @return what can be asserted of them
   */
  public EventsAssert events(String name, Predicate<? super Recorded> condition) {
    return events(name, whole().entries().stream().filter(condition).toList());
  }

  /**
   * Asserts that the same happened as on another recording, log lines apart. A failure shows the
   * first difference, side by side.
   *
   * @param other the other recording
   * @return this
   */
  public RecordingAssert isTheSameAs(Recording other) {
    isNotNull();
    actual.firstDifference(other).ifPresent(difference -> failWithMessage("%s", difference));
    return this;
  }

  private Recording whole() {
    isNotNull();
    if (!actual.isWhole()) {
      throw new IllegalStateException(
          "of "
              + actual.entryCount()
              + " entries of the recording the first are no longer kept, so that nothing can be said of all: keep more with"
              + " keepLast(…), or look at what is kept with entries()");
    }
    return actual;
  }

  private EventsAssert events(String name, List<? extends Recorded> some) {
    EventsAssert events = new EventsAssert(actual, name, some);
    events.info.useRepresentation(info.representation());
    return info.hasDescription() ? events.as(info.descriptionText()) : events;
  }
}
