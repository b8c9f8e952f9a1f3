package dev.timelapse.testkit.outside;

import static org.mockito.Mockito.when;

import java.io.IOException;

/** What test classes inherit from is test code, too. */
class StubbingBase {

  static void stubOranges(Store store) throws IOException {
    when(store.get("o")).thenReturn("orange");
  }
}
