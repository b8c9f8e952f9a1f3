package dev.timelapse.testkit.recording;

import org.apiguardian.api.API;

/**
 * Something that the test, or the timeline, has to say.
 *
 * @param when when it was said
 * @param lane who says it
 * @param what the text
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RecordedNote(Moment when, String lane, String what) implements Recorded {

  @Override
  public String outcome() {
    return "";
  }

  @Override
  public String toString() {
    return Words.of(this);
  }
}
