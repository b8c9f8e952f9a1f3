package dev.timelapse.testkit;

import org.apiguardian.api.API;

/**
 * A kind of thing that may be left on a timeline when it ends. What is left behind fails the test,
 * unless its kind is allowed: by {@link Timelapse#allow}, {@link TimelapseExtensionBuilder#allow},
 * the configuration parameter {@code timelapse.allow}, or {@link Timeline#allow} in the test. The
 * next rounds of recurring jobs, and further attempts at one, are no leftovers.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Leftover {

  /** Time that somebody holds: see {@link Timeline#hold}. */
  HELD_TIME("Time is still held", "close each hold, as try (Hold hold = time.hold(…)) does"),

  /** What was to happen once and has not: one-shots of schedulers, and actions of the script. */
  PENDING_ONE_SHOTS(
      "Still to come",
      "let time pass until it has happened, for example with advanceUntilIdle(), or cancel it"),

  /** Tasks and script actions that are under way, waiting for time to pass. */
  WAITING_TASKS(
      "Still under way, waiting on the timeline",
      "let time pass until it has ended, for example with advanceUntilIdle()"),

  /** What strands of the test's own failed with, where nobody asked for their result. */
  UNSEEN_FAILURES(
      "Failed in a strand of the test, and seen by nobody",
      "ask the strand for its result, which throws what it failed with"),

  /**
   * Calls to the outside that nobody had stubbed: each failed where it was made, and this tells of
   * those whose failure the system swallowed.
   */
  UNSTUBBED_CALLS("Called outside, and not stubbed", "stub it before time is advanced"),

  /** What was to come about {@linkplain Timeline#eventually eventually}, and has not yet. */
  UNDECIDED_CHECKS("Checks that are neither kept nor broken", "let more time pass, or stop() it"),

  /**
   * Behaviours of the outside that came to no call: faults that never struck, windows in which
   * nothing called. {@link dev.timelapse.testkit.outside.Behaviour#mayBeUnused} allows a single
   * one.
   */
  UNUSED_BEHAVIOURS(
      "Scripted outside, and never struck",
      "let the system make such a call, take it out, or say mayBeUnused() of it"),

  /** Stubs of mocks of the outside that answered no call, and are not lenient. */
  UNUSED_STUBS(
      "Stubbed outside, and never called",
      "take it out, or stub it with Mockito.lenient(), or make the mock lenient");

  private final String title;
  private final String remedy;

  Leftover(String title, String remedy) {
    this.title = title;
    this.remedy = remedy;
  }

  String title() {
    return title;
  }

  /** Returns what to do about one of them, as the end of a sentence. */
  String remedy() {
    return remedy;
  }
}
