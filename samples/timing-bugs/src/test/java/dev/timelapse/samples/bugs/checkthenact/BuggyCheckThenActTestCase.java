package dev.timelapse.samples.bugs.checkthenact;

class BuggyCheckThenActTestCase extends CheckThenActScenario {

  @Override
  void start() {
    new BuggyScaler(scheduler, queue, cloud).start();
  }
}
