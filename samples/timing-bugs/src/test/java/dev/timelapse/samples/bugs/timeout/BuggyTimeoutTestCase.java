package dev.timelapse.samples.bugs.timeout;

class BuggyTimeoutTestCase extends TimeoutScenario {

  private BuggyProvisioner provisioner;

  @Override
  void claim(String name) {
    provisioner = new BuggyProvisioner(scheduler, driver);
    provisioner.claim(name);
  }

  @Override
  boolean isBound(String name) {
    return provisioner.isBound(name);
  }
}
