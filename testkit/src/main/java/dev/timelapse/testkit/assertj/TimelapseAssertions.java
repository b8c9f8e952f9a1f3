package dev.timelapse.testkit.assertj;

import dev.timelapse.testkit.recording.Recording;
import org.apiguardian.api.API;

/** Where assertions on a recording start; stands well beside AssertJ's own {@code assertThat}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class TimelapseAssertions {

  private TimelapseAssertions() {}

  /**
   * Starts assertions on a recording: {@code
   * assertThat(time.recording()).firingsOf("copy").areAtMost(ofHours(25)).apart()}.
   *
   * @param actual the recording
   * @return what can be asserted of it
   */
  public static RecordingAssert assertThat(Recording actual) {
    return new RecordingAssert(actual);
  }
}
