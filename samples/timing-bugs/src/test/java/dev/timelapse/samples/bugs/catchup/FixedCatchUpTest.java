package dev.timelapse.samples.bugs.catchup;

class FixedCatchUpTest extends CatchUpScenario {

  @Override
  void start() {
    new FixedFetcher(scheduler, mailbox).start();
  }
}
