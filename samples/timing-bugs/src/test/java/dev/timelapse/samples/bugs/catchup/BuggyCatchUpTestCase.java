package dev.timelapse.samples.bugs.catchup;

class BuggyCatchUpTestCase extends CatchUpScenario {

  @Override
  void start() {
    new BuggyFetcher(scheduler, time.clock(), mailbox).start();
  }
}
