package dev.timelapse.scheduler.jmx;

import dev.timelapse.scheduler.ScheduledJob;
import dev.timelapse.scheduler.Scheduler;
import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.InstanceAlreadyExistsException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.apiguardian.api.API;

/**
 * Shows a scheduler on the JVM's platform MBean server, as a {@link SchedulerMXBean}, until it is
 * closed. Closing this does not close the scheduler, nor the other way round. Safe for use by
 * several threads.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SchedulerJmx implements AutoCloseable {

  private final ObjectName objectName;

  private SchedulerJmx(ObjectName objectName) {
    this.objectName = objectName;
  }

  /**
   * Registers a scheduler.
   *
   * @param scheduler the scheduler
   * @param name what consoles call it: the object name is {@code
   *     dev.timelapse:type=Scheduler,name="…"}
   * @return what ends the registration
   * @throws IllegalArgumentException if a scheduler of that name is registered already
   */
  public static SchedulerJmx register(Scheduler scheduler, String name) {
    ObjectName objectName = objectName(name);
    try {
      ManagementFactory.getPlatformMBeanServer().registerMBean(new View(scheduler), objectName);
    } catch (InstanceAlreadyExistsException e) {
      throw new IllegalArgumentException(
          "a scheduler named \""
              + name
              + "\" is registered with JMX already: close that registration first, or choose"
              + " another name",
          e);
    } catch (JMException e) {
      throw new IllegalStateException("JMX refused " + objectName, e);
    }
    return new SchedulerJmx(objectName);
  }

  /** Ends the registration; a second call does nothing. */
  @Override
  public void close() {
    try {
      ManagementFactory.getPlatformMBeanServer().unregisterMBean(objectName);
    } catch (InstanceNotFoundException e) {
      // Closed before, or unregistered at the server by somebody else: gone, in any case.
    } catch (JMException e) {
      throw new IllegalStateException("JMX refused to let go of " + objectName, e);
    }
  }

  private static ObjectName objectName(String name) {
    try {
      return new ObjectName("dev.timelapse:type=Scheduler,name=" + ObjectName.quote(name));
    } catch (MalformedObjectNameException e) {
      throw new IllegalArgumentException("\"" + name + "\" is no name for JMX", e);
    }
  }

  private record View(Scheduler scheduler) implements SchedulerMXBean {

    @Override
    public List<JobLine> getJobs() {
      return scheduler.jobs().stream().<JobLine>map(job -> new StatusLine(job.status())).toList();
    }

    @Override
    public int getPendingCount() {
      return scheduler.pendingCount();
    }

    @Override
    public boolean pause(String job) {
      return find(job).pause();
    }

    @Override
    public boolean resume(String job) {
      return find(job).resume();
    }

    @Override
    public boolean runNow(String job) {
      return find(job).runNow();
    }

    private ScheduledJob find(String name) {
      List<ScheduledJob> jobs = scheduler.jobs();
      return jobs.stream()
          .filter(job -> job.name().equals(name))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "no job is named \""
                          + name
                          + "\"; there are "
                          + jobs.stream().map(ScheduledJob::name).toList()));
    }
  }
}
