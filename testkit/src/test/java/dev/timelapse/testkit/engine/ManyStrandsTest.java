package dev.timelapse.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timelapse.testkit.choice.Choices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ManyStrandsTest {

  private static final long SECOND = 1_000_000_000L;

  /** Ten thousand have been tried; to start as many threads takes some machines a minute. */
  private static final int PLATFORM = Integer.getInteger("timelapse.test.sleepers", 1_000);

  static Stream<Arguments> kinds() {
    boolean virtual = Threads.startsWithVirtual();
    return Stream.of(
        Arguments.of(Threads.platform(Threads.MOST_PLATFORM), PLATFORM),
        Arguments.of(Threads.best(), virtual ? 10_000 : PLATFORM));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void thousandsSleepAtOnce_eachWakesAtItsInstant(Threads kind, int many) {
    Engine engine = engine(kind);
    int[] awake = {0};
    int[] outOfTurn = {0};
    for (int i = 0; i < many; i++) {
      int number = i;
      engine
          .plainStrands()
          .start(
              "sleeper " + i,
              () -> {
                engine.sleep((many - number) * SECOND);
                outOfTurn[0] += awake[0] == many - 1 - number ? 0 : 1;
                return awake[0]++;
              });
    }

    engine.run(Advance.to(0));
    assertThat(engine.relay.waiting()).hasSize(many);
    engine.run(Advance.to(2L * many * SECOND));

    assertThat(awake[0]).isEqualTo(many);
    assertThat(outOfTurn[0]).isZero();
    assertThat(engine.stop()).isEmpty();
  }

  @Test
  void moreWaitThanThereMayBeThreads_failsTheTestAndTellsWhatToDo() {
    Engine engine = engine(Threads.platform(10));
    for (int i = 0; i < 11; i++) {
      engine.script().add("sleeper " + i, 0, 0, 0, () -> engine.sleep(SECOND));
    }

    assertThatThrownBy(() -> engine.run(Advance.to(SECOND)))
        .hasMessageContainingAll("more than 10 strands", "Java 21", "sleeper 9");
    assertThat(engine.stop()).isEmpty();
  }

  @Test
  void moreWaitThanThereMayBeThreads_andTheirTasksKeepItToThemselves_failsTheTestAllTheSame() {
    Engine engine = engine(Threads.platform(10));
    for (int i = 0; i < 11; i++) {
      engine
          .plainStrands()
          .start(
              "sleeper " + i,
              () -> {
                try {
                  engine.sleep(SECOND);
                } catch (Throwable e) {
                  return "as careless code does";
                }
                return "";
              });
    }

    assertThatThrownBy(() -> engine.run(Advance.to(0)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("more than 10 strands", "strand \"sleeper 9\"");
    assertThat(engine.stop()).isEmpty();
  }

  @Test
  void theirThreads_areDaemons() {
    Engine engine = engine(Threads.best());
    List<Thread> threads = new ArrayList<>();
    engine.script().add("look", 0, 0, 0, () -> threads.add(Thread.currentThread()));

    engine.run(Advance.to(0));

    assertThat(threads).singleElement().matches(Thread::isDaemon);
    assertThat(engine.stop()).isEmpty();
  }

  private static Engine engine(Threads threads) {
    return new Engine(Instant.parse("2026-03-01T00:00:00Z"), Choices.ofSeed(1), threads);
  }
}
