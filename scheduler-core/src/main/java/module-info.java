/** The scheduler a daemon runs on in production: one thread, one queue, a total order of events. */
module dev.timelapse.scheduler {
  exports dev.timelapse.scheduler;
  exports dev.timelapse.scheduler.cron;
  exports dev.timelapse.scheduler.fork;

  requires org.slf4j;
  requires static transitive org.apiguardian.api;
  requires static transitive org.jspecify;
}
