package dev.timelapse.samples.bugs.flapping;

/** Where people see which hosts are online. */
interface StatusPage {
  void offline(String host);

  void online(String host);
}
