package dev.timelapse.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import dev.timelapse.scheduler.LooksUp;
import dev.timelapse.testkit.LooksBack;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Shows each rule a class that breaks it, so that a rule which lets everything pass is noticed. */
class HouseRulesTest {

  private static final JavaClasses CROSSED =
      new ClassFileImporter().importClasses(LooksUp.class, LooksBack.class);

  @Test
  void machineClock_readInAnyWay_isReportedEachTime() {
    EvaluationResult result =
        HouseRules.NO_MACHINE_CLOCK.evaluate(new ClassFileImporter().importClasses(Clocks.class));

    assertThat(result.getFailureReport().getDetails()).hasSize(9);
  }

  @Test
  void sleepAndUnseededChance_used_areReportedEachTime() {
    EvaluationResult result =
        HouseRules.NO_SLEEP_AND_NO_UNSEEDED_CHANCE.evaluate(
            new ClassFileImporter().importClasses(SleepAndDice.class));

    assertThat(result.getFailureReport().getDetails()).hasSize(4);
  }

  @Test
  void timeAndChance_handedIn_arePermitted() {
    var classes = new ClassFileImporter().importClasses(HandedIn.class);

    assertThatCode(
            () -> {
              HouseRules.NO_MACHINE_CLOCK.check(classes);
              HouseRules.NO_SLEEP_AND_NO_UNSEEDED_CHANCE.check(classes);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void packages_thatNeedEachOther_areReported() {
    EvaluationResult result = HouseRules.NO_PACKAGE_CYCLES.evaluate(CROSSED);

    assertThat(result.getFailureReport().getDetails()).hasSize(1);
  }

  @Test
  void module_thatNeedsOneAboveIt_isReported() {
    EvaluationResult result = HouseRules.MODULE_DIRECTIONS.evaluate(CROSSED);

    assertThat(result.getFailureReport().getDetails())
        .isNotEmpty()
        .allSatisfy(detail -> assertThat(detail).contains("LooksUp.needs()", "LooksBack"));
  }

  @Test
  void publicType_withoutStatus_isReported() {
    EvaluationResult result = HouseRules.PUBLIC_TYPES_STATE_THEIR_STATUS.evaluate(CROSSED);

    assertThat(result.getFailureReport().getDetails())
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("LooksUp");
  }

  @SuppressWarnings({"JavaUtilDate", "TimeZoneUsage", "unused"})
  private static final class Clocks {
    private final LongSupplier reference = System::nanoTime;
    private final Object[] calls = {
      System.currentTimeMillis(),
      Instant.now(),
      LocalDate.now(ZoneOffset.UTC),
      ZonedDateTime.now(ZoneOffset.UTC),
      ZoneId.systemDefault(),
      Clock.systemUTC(),
      InstantSource.system(),
      new Date()
    };
  }

  @SuppressWarnings("unused")
  private static final class SleepAndDice {
    private final double roll = Math.random();
    private final Random random = new Random();

    void sleep() throws InterruptedException {
      Thread.sleep(1);
      TimeUnit.SECONDS.sleep(1);
    }
  }

  @SuppressWarnings("unused")
  private static final class HandedIn {
    private final Random random = new Random(42);

    LocalDate today(Clock clock) {
      return LocalDate.now(clock);
    }
  }
}
