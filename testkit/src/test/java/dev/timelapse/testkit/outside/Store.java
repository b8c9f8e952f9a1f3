package dev.timelapse.testkit.outside;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Something outside, as the tests of this package mock it. */
interface Store {

  String get(String key) throws IOException;

  void put(String key, byte[] value);

  List<String> list();

  int delete(String... keys);

  CompletionStage<String> fetch(String key);

  CompletableFuture<String> load(String key);

  default String getOrEmpty(String key) {
    try {
      return get(key);
    } catch (IOException e) {
      return "";
    }
  }
}
