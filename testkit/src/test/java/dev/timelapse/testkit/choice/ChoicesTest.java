package dev.timelapse.testkit.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChoicesTest {

  @Test
  void seed_expandsToTheNumbersOfSplitMix64() {
    // The JDK's SplittableRandom is the same algorithm.
    SplittableRandom other = new SplittableRandom(42);
    Choices choices = Choices.ofSeed(42);

    for (int i = 0; i < 1000; i++) {
      assertThat(choices.draw("x", 1L << 40)).isEqualTo((other.nextLong() >>> 1) % (1L << 40));
    }
  }

  @Test
  void seedZero_isTheDullRun() {
    Choices choices = Choices.ofSeed(0);

    for (int i = 0; i < 100; i++) {
      assertThat(choices.draw("x", 1000)).isZero();
    }
    assertThat(choices.values()).hasSize(100).containsOnly(0L);
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 3, 10, 1000, (1L << 62) + 1, Long.MAX_VALUE})
  void draw_isBelowItsBound(long bound) {
    Choices choices = Choices.ofSeed(7);

    for (int i = 0; i < 1000; i++) {
      assertThat(choices.draw("x", bound)).isBetween(0L, bound - 1);
    }
  }

  @Test
  void draw_eachAnswerAboutEquallyOften() {
    Choices choices = Choices.ofSeed(3);
    int[] counts = new int[6];

    for (int i = 0; i < 60_000; i++) {
      counts[(int) choices.draw("die", 6)]++;
    }

    // Six standard deviations of a binomial distribution of 60,000 and 1/6.
    for (int count : counts) {
      assertThat(count).isBetween(9_452, 10_548);
    }
  }

  @Test
  void onlyOneAnswer_isNoChoice() {
    Choices choices = Choices.ofSeed(3);

    assertThat(choices.draw("x", 1)).isZero();
    assertThat(choices.values()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> choices.draw("x", 0))
        .withMessageContaining("draw(\"x\", 0)");
  }

  @Test
  void values_replayed_areDrawnAgain_whateverIsLeftIsDull() {
    Choices first = Choices.ofSeed(5);
    List<Long> drawn = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      drawn.add(first.draw("x", 100));
    }

    Choices second = Choices.replaying(first.values());

    assertThat(first.values()).isEqualTo(drawn);
    for (long value : drawn) {
      assertThat(second.draw("x", 100)).isEqualTo(value);
    }
    assertThat(second.draw("x", 100)).isZero();
    assertThat(second.seed()).isEmpty();
  }

  @Test
  void replayedValue_notBelowItsBound_isDull() {
    Choices choices = Choices.replaying(List.of(7L, 7L));

    assertThat(choices.draw("x", 7)).isZero();
    assertThat(choices.draw("x", 8)).isEqualTo(7);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Choices.replaying(List.of(1L, -1L)))
        .withMessageContaining("choice 1 ");
  }

  @Test
  void listener_isToldOfEachChoice() {
    Choices choices = Choices.replaying(List.of(2L, 1L));
    List<String> told = new ArrayList<>();
    choices.tell((label, bound, value) -> told.add(label + " " + value + "/" + bound));

    choices.draw("fault", 3);
    choices.draw("latency", 10);

    assertThat(told).containsExactly("fault 2/3", "latency 1/10");
    assertThat(choices).hasToString("replay, 2 choices");
    assertThat(Choices.ofSeed(9)).hasToString("seed 9, 0 choices");
  }

  @Test
  void randomGenerator_drawsItsNumbers_dullestIsSmallest() {
    RandomGenerator dull = Choices.ofSeed(0).random("x");
    Choices choices = Choices.ofSeed(4);
    RandomGenerator random = choices.random("x");

    assertThat(dull.nextLong()).isZero();
    assertThat(dull.nextInt()).isZero();
    assertThat(dull.nextDouble()).isZero();
    assertThat(dull.nextLong(5, 10)).isEqualTo(5);
    assertThat(random.nextLong(100)).isBetween(0L, 99L);
    assertThat(random.nextInt(100)).isBetween(0, 99);
    assertThat(random.nextDouble()).isBetween(0.0, 1.0);
    random.nextBoolean();
    random.nextLong();
    assertThat(choices.values()).hasSize(6);
    assertThat(choices.values().get(3)).isBetween(0L, 1L);
  }
}
