package dev.timelapse.scheduler;

import org.apiguardian.api.API;

/**
 * What {@link CalendarTrigger} jobs do when the wall clock is stepped, by whatever sets it or
 * because the machine was suspended. Everything else is on elapsed time, or an instant that is due
 * once the clock has reached it, and is not concerned. A clock that is late to be read is no step:
 * that is a stall, and a matter of {@link Misfire}.
 *
 * <p>A step is noticed when the next event comes due, and at the latest a second after it, if an
 * event on the wall clock is pending: so often does {@link Scheduler#run} look while it has nothing
 * to do. A host that calls {@link Scheduler#runDue} decides itself how often it calls.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum ClockSteps {
  /**
   * Computes due times afresh by the new time. What the clock jumped over is late, and {@link
   * Misfire} decides about it. A time of day that has fired does not fire again if it is at most
   * three hours ahead by the new time. The default.
   */
  AFRESH,

  /**
   * Does what cronie does, whatever the job's {@link Misfire}, which goes on to decide about
   * stalls:
   *
   * <ul>
   *   <li>Forward by up to 5 minutes: everything that the clock jumped over runs, each firing once.
   *   <li>Forward by up to 180 minutes: times of day that the clock jumped over run, each once; of
   *       {@linkplain CalendarTrigger#isRate rates} each runs once for all.
   *   <li>Back by up to 180 minutes: rates go on by the new time; times of day wait until the clock
   *       has caught up, so that none runs twice.
   *   <li>Further, forward or back: the new time is taken as it is. Nothing is made up for and
   *       nothing held back.
   * </ul>
   *
   * <p>A step back while the clock has not caught up with the last one counts with it. A firing
   * that was due before the step, and has not started yet, runs whatever the step.
   */
  CRONIE
}
