package dev.timelapse.samples.bugs.token;

class FixedTokenTest extends TokenScenario {

  @Override
  void start() {
    new FixedUploader(scheduler, time.clock(), tokens, api).start();
  }
}
