package dev.timelapse.testkit.engine;

import org.apiguardian.api.API;

/** Looks at a run between its events, and may end it. */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface Watch {

  /**
   * Looks at the run: after each event, when a task begins to wait, and when time begins to be
   * advanced. Called on a strand that runs nothing; what it throws fails the test here and now.
   */
  void look();

  /**
   * Returns the elapsed time beyond which time must not move without {@link #missed} being called.
   *
   * @return nanoseconds since the start of the timeline; {@link Elapsed#NEVER} if there is none
   */
  long deadline();

  /**
   * Returns the error for a deadline that has come and will pass.
   *
   * @return what the test fails with
   */
  AssertionError missed();
}
