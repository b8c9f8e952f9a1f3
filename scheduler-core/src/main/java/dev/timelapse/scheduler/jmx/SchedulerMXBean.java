package dev.timelapse.scheduler.jmx;

import java.util.List;
import org.apiguardian.api.API;

/**
 * What a console sees of a scheduler, and can have it do. Consoles call it by the rules of MXBeans,
 * hence the names; programs call it through {@code JMX.newMXBeanProxy}, in this JVM or from
 * another. Calls come on threads of JMX, while the scheduler goes on. Not meant to be implemented
 * by users.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface SchedulerMXBean {

  /**
   * Returns how the jobs are doing, in the order in which they were added.
   *
   * @return a line for each
   */
  List<JobLine> getJobs();

  /**
   * Returns how many events are pending.
   *
   * @return the number, one-shots included
   */
  int getPendingCount();

  /**
   * Pauses a job.
   *
   * @param job its name
   * @return whether this call paused it
   * @throws IllegalArgumentException if there is no such job
   */
  boolean pause(String job);

  /**
   * Resumes a job.
   *
   * @param job its name
   * @return whether this call resumed it
   * @throws IllegalArgumentException if there is no such job
   */
  boolean resume(String job);

  /**
   * Asks for one run of a job now.
   *
   * @param job its name
   * @return whether this call asked for it; false if one that was asked for has not started yet
   * @throws IllegalArgumentException if there is no such job
   * @throws IllegalStateException if the scheduler is closed
   */
  boolean runNow(String job);
}
