package dev.timelapse.testkit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TimelapseExtension.class)
class BadFieldTestCase {

  @Outside final Runnable work = () -> {};

  @Test
  void finalField() {}
}
