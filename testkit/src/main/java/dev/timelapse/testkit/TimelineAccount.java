package dev.timelapse.testkit;

import org.apiguardian.api.API;

/**
 * What happened last on the timeline of a test that failed; added to the failure, so that it is
 * printed with it.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class TimelineAccount extends Exception {

  private static final long serialVersionUID = 1L;

  /** How many entries of the recording are shown. */
  private static final int LINES = 40;

  TimelineAccount(Timeline timeline) {
    super(
        "the timeline when the test failed, at "
            + timeline.now()
            + ", "
            + timeline.elapsed()
            + " after its start\n"
            + timeline.recording().lastPage(LINES),
        null,
        false,
        false);
  }
}
