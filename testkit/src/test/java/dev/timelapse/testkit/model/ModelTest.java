package dev.timelapse.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Random programs of schedulers, executors, strands, sleeps, signals, cancels and locks do on the
 * timeline what they do in a naive interpreter. {@code -Dtimelapse.test.programs=1000000} runs
 * more.
 */
class ModelTest {

  private static final int PROGRAMS = Integer.getInteger("timelapse.test.programs", 2_000);
  private static final int FIRST = Integer.getInteger("timelapse.test.firstProgram", 0);

  @Test
  void randomProgram_writesTheSameLinesOnTheTimelineAsInTheModel() {
    int lines = 0;
    for (int seed = FIRST; seed < FIRST + PROGRAMS; seed++) {
      Program program = Program.random(seed);
      var expected = ReferenceRun.of(program);
      assertThat(TimelineRun.of(program)).as("program %d: %s", seed, program).isEqualTo(expected);
      lines += expected.size();
    }
    assertThat(lines).as("lines written").isGreaterThan(5 * PROGRAMS);
  }
}
