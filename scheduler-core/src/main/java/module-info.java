/** The scheduler a daemon runs on in production: one thread, one queue, a total order of events. */
@SuppressWarnings("requires-automatic") // Micrometer
module dev.timelapse.scheduler {
  exports dev.timelapse.scheduler;
  exports dev.timelapse.scheduler.cron;
  exports dev.timelapse.scheduler.fork;
  exports dev.timelapse.scheduler.jmx;
  exports dev.timelapse.scheduler.micrometer;

  requires org.slf4j;
  requires static java.management;
  requires static micrometer.core;
  requires static transitive org.apiguardian.api;
  requires static transitive org.jspecify;
}
