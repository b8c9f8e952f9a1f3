package dev.timelapse.scheduler.fork;

import org.apiguardian.api.API;

/**
 * What became of a process.
 *
 * @param outcome how it ended
 * @param output what it wrote, in numbers and last words
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ForkResult(ForkOutcome outcome, ForkOutput output) {

  /**
   * Returns the result of a process that wrote nothing, as a simulation may want it.
   *
   * @param outcome how it ended
   * @return the result
   */
  public static ForkResult silent(ForkOutcome outcome) {
    return new ForkResult(outcome, ForkOutput.NONE);
  }
}
