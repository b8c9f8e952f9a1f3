package dev.timelapse.samples.bugs.checkthenact;

class FixedCheckThenActTest extends CheckThenActScenario {

  @Override
  void start() {
    new FixedScaler(scheduler, queue, cloud).start();
  }
}
