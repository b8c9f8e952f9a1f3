package dev.timelapse.scheduler;

import java.util.random.RandomGenerator;
import org.apiguardian.api.API;

/**
 * Drives every scheduler that is built on it. A time source that implements this interface is
 * simulated: schedulers report to it when they are built and take their sequence numbers from it,
 * so that the events of all schedulers of one simulation stand in one total order.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface Simulation {

  /**
   * Takes over the driving of a scheduler that was just built.
   *
   * @param scheduler the scheduler
   * @param driven the same, as the simulation drives it; its events run only when the simulation
   *     says so
   */
  void adopt(Scheduler scheduler, SimulatedScheduler driven);

  /**
   * Returns what a scheduler of this simulation draws its chance from, unless it was given another
   * generator.
   *
   * @return a generator
   */
  RandomGenerator random();

  /**
   * Returns how the wall clock goes with {@link TimeSource#nanoTime}, as things stand. Schedulers
   * are told when that changes.
   *
   * @return the course, which stays as it is
   */
  WallCourse wallCourse();

  /**
   * Returns the next number of the simulation's one insertion order.
   *
   * @return a number greater than all returned before
   */
  long nextSequence();
}
