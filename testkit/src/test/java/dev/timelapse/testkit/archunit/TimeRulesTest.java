package dev.timelapse.testkit.archunit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WallClock | reads the machine's wall clock; take a java.time.Clock or InstantSource
          Elapsed   | reads the machine's elapsed time; take a dev.timelapse.scheduler.TimeSource
          Sleep     | waits in real time; schedule what is to happen afterwards
          Timers    | starts a timer of its own, in real time; take a Scheduler
          TimeOuts  | sets off a timer of the JVM's own, in real time; schedule the time-out
          """)
  void everyUseOfRealTime_isFoundOnce_withItsRemedy(String name, String remedy) throws Exception {
    Class<?> user = Class.forName(RealTimeUser.class.getName() + "$" + name);

    List<String> violations = violations(TimeRules.TIME_IS_INJECTED, user);

    assertThat(violations)
        .hasSameSizeAs(methodsOf(user))
        .allSatisfy(violation -> assertThat(violation).contains(": " + remedy));
    assertThat(methodsOf(user))
        .allSatisfy(
            method ->
                assertThat(violations)
                    .anyMatch(violation -> violation.contains("." + method + "(")));
  }

  @Test
  void injectedTime_isFine() {
    TimeRules.TIME_IS_INJECTED.check(classes(RealTimeUser.Clean.class));
  }

  @Test
  void classThatCreatesTheRealClock_canBeAllowedTo() {
    ArchRule rule = TimeRules.timeIsInjectedExceptIn(type(RealTimeUser.WallClock.class));

    assertThat(violations(rule, RealTimeUser.WallClock.class, RealTimeUser.Elapsed.class))
        .hasSize(2)
        .allMatch(violation -> violation.contains("nanoTime"));
  }

  @Test
  void noClassToLookAt_isNoViolation() {
    assertThatCode(() -> TimeRules.TIME_IS_INJECTED.check(classes())).doesNotThrowAnyException();
  }

  private static List<String> methodsOf(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> !method.isSynthetic())
        .map(Method::getName)
        .toList();
  }

  private static List<String> violations(ArchRule rule, Class<?>... types) {
    return rule.evaluate(classes(types)).getFailureReport().getDetails();
  }

  /** Imports classes as ArchUnit does unless told otherwise, whatever our own rules tell it. */
  private static JavaClasses classes(Class<?>... types) {
    return ArchConfiguration.withThreadLocalScope(
        configuration -> {
          configuration.setResolveMissingDependenciesFromClassPath(true);
          return new ClassFileImporter().importClasses(types);
        });
  }
}
