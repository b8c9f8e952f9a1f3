package dev.timelapse.testkit.recording;

import java.time.Instant;
import org.apiguardian.api.API;

/**
 * Something that the test, or the timeline, has to say.
 *
 * @param at when
 * @param lane who says it
 * @param what the text
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RecordedNote(Instant at, String lane, String what) implements Recorded {

  @Override
  public String outcome() {
    return "";
  }
}
