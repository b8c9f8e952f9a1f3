package dev.timelapse.testkit;

import dev.timelapse.scheduler.Scheduler;

abstract class InjectionBase {

  Scheduler inheritedScheduler;
}
