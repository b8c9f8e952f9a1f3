package dev.timelapse.testkit;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.scheduler.Trigger;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@ExtendWith(TimelapseExtension.class)
@Execution(ExecutionMode.CONCURRENT)
class ParallelTestCase {

  interface Store {
    void put(int value);
  }

  static final Set<String> RECORDINGS = ConcurrentHashMap.newKeySet();

  @Outside Store store;

  @RepeatedTest(40)
  void sameTestManyTimes_sameRecording(Timeline time, Scheduler scheduler) {
    AtomicInteger count = new AtomicInteger();
    time.outside(store).takes(ofSeconds(30));
    scheduler.add("put", Trigger.every(ofHours(1)), () -> store.put(count.getAndIncrement()));
    Scheduler other = Scheduler.using(time.timeSource()).build();
    other.add("sleep", Trigger.every(ofHours(1)), () -> time.sleep(ofSeconds(45)));

    time.advanceBy(ofHours(20).plusMinutes(1));

    assertThat(count).hasValue(20);
    RECORDINGS.add(time.recording().lastPage(1000));
  }
}
