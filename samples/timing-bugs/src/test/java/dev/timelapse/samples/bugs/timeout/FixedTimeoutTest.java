package dev.timelapse.samples.bugs.timeout;

class FixedTimeoutTest extends TimeoutScenario {

  private FixedProvisioner provisioner;

  @Override
  void claim(String name) {
    provisioner = new FixedProvisioner(scheduler, driver);
    provisioner.claim(name);
  }

  @Override
  boolean isBound(String name) {
    return provisioner.isBound(name);
  }
}
