package dev.timelapse.testkit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TimelapseExtension.class)
class BadSettingsTestCase {

  @Test
  @Timelapse(zone = "Mars/Olympus")
  void badZone() {}

  @Test
  @Timelapse(start = "next tuesday")
  void badStart() {}
}
