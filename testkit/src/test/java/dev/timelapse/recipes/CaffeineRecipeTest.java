package dev.timelapse.recipes;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Scheduler;
import dev.timelapse.testkit.Leftover;
import dev.timelapse.testkit.TimelapseExtension;
import dev.timelapse.testkit.Timeline;
import dev.timelapse.testkit.VirtualExecutor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Caffeine on a timeline: its {@code Ticker} is the time source, and its {@code Scheduler} and
 * executor are one virtual executor, so that expired entries are removed, and listeners called, at
 * their virtual time. Nothing of it reads real time then; that removals come up to about a second
 * after the expiry is how Caffeine paces them.
 */
@ExtendWith(TimelapseExtension.class)
class CaffeineRecipeTest {

  private final List<String> log = new ArrayList<>();
  private Timeline time;
  private Caffeine<Object, Object> builder;

  @BeforeEach
  void makeBuilder(Timeline timeline) {
    time = timeline;
    VirtualExecutor executor = timeline.executor();
    builder =
        Caffeine.newBuilder()
            .ticker(timeline.timeSource()::nanoTime)
            .scheduler(Scheduler.forScheduledExecutorService(executor))
            .executor(executor);
  }

  @Test
  void entryNotWrittenAgain_expires_andItsListenerIsToldWithoutAnyCall() {
    Cache<String, String> cache =
        builder
            .expireAfterWrite(ofMinutes(10))
            .removalListener((key, value, cause) -> log.add(key + " " + cause))
            .build();
    time.allow(Leftover.PENDING_ONE_SHOTS); // the expiry of "b"
    cache.put("a", "1");
    time.advanceBy(ofMinutes(6));
    cache.put("b", "2");

    time.advanceBy(ofMinutes(4).plus(ofSeconds(2)));

    assertThat(log).containsExactly("a EXPIRED");
    assertThat(cache.getIfPresent("a")).isNull();
    assertThat(cache.getIfPresent("b")).isEqualTo("2");
  }

  @Test
  void staleEntry_isServed_whileItsSlowReloadRuns() {
    LoadingCache<String, String> cache =
        builder
            .refreshAfterWrite(ofMinutes(1))
            .build(
                key -> {
                  log.add(time.elapsed() + " load");
                  if (log.size() > 1) {
                    time.sleep(ofSeconds(30));
                  }
                  return "v" + log.size();
                });
    assertThat(cache.get("a")).isEqualTo("v1");
    time.advanceBy(ofMinutes(2));

    assertThat(cache.get("a")).isEqualTo("v1");
    time.advanceBy(ofSeconds(29));
    assertThat(cache.get("a")).isEqualTo("v1");
    time.advanceBy(ofSeconds(1));
    assertThat(cache.get("a")).isEqualTo("v2");

    assertThat(log).containsExactly("PT0S load", "PT2M load");
  }
}
