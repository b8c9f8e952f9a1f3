package dev.timelapse.testkit.outside;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A fake as a user writes it: what was put can be got, in upper case. */
final class MapStore implements Store {

  final List<String> keys = new ArrayList<>();

  @Override
  public String get(String key) throws IOException {
    if (!keys.contains(key)) {
      throw new IOException("no " + key);
    }
    return key.toUpperCase(Locale.ROOT);
  }

  @Override
  public void put(String key, byte[] value) {
    keys.add(key);
  }

  @Override
  public List<String> list() {
    return List.copyOf(keys);
  }

  @Override
  public int delete(String... some) {
    return keys.removeAll(List.of(some)) ? some.length : 0;
  }

  @Override
  public CompletionStage<String> fetch(String key) {
    return load(key);
  }

  @Override
  public CompletableFuture<String> load(String key) {
    return keys.contains(key)
        ? CompletableFuture.completedFuture(key.toUpperCase(Locale.ROOT))
        : CompletableFuture.failedFuture(new IOException("no " + key));
  }
}
