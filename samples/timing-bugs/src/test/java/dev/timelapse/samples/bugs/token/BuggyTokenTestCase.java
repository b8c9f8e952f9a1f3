package dev.timelapse.samples.bugs.token;

class BuggyTokenTestCase extends TokenScenario {

  @Override
  void start() {
    new BuggyUploader(scheduler, time.clock(), tokens, api).start();
  }
}
