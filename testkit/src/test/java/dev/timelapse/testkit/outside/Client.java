package dev.timelapse.testkit.outside;

import java.io.IOException;
import java.util.concurrent.CompletionStage;

/** Stands for the system under test: its calls are not the test's own. */
record Client(Store store) {

  String read(String key) throws IOException {
    return store.get(key);
  }

  void write(String key) {
    store.put(key, new byte[3]);
  }

  int delete(String... keys) {
    return store.delete(keys);
  }

  CompletionStage<String> fetch(String key) {
    return store.fetch(key);
  }
}
