package dev.timelapse.testkit.archunit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.apiguardian.api.API;

/**
 * Rules for a program that is to run on a timeline. Each violation says where it is and what to do
 * instead.
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "com.example", importOptions = DoNotIncludeTests.class)
 * class TimeTest {
 *   @ArchTest static final ArchRule timeIsInjected = TimeRules.TIME_IS_INJECTED;
 * }
 * }</pre>
 *
 * <p>Found is what the classes themselves call, or refer to as {@code Type::method}: the clocks and
 * sleeps of {@code java.lang}, {@code java.time} and {@code java.util}, and what makes timers and
 * waits of its own in {@code java.util.concurrent}. What other libraries read is not found, nor is
 * what is called through reflection.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class TimeRules {

  /** No class reads or waits for real time: time comes from what was injected. */
  public static final ArchRule TIME_IS_INJECTED =
      classes().should(new UseInjectedTime()).allowEmptyShould(true);

  private TimeRules() {}

  /**
   * Returns the rule {@link #TIME_IS_INJECTED} for all classes but those that are allowed to create
   * the real clock, such as the one with the program's {@code main}.
   *
   * @param allowed the classes that may use real time, for example {@code
   *     JavaClass.Predicates.type(Main.class)} or {@code resideInAPackage("..wiring..")}
   * @return the rule
   */
  public static ArchRule timeIsInjectedExceptIn(DescribedPredicate<? super JavaClass> allowed) {
    return classes()
        .that(DescribedPredicate.not(allowed.forSubtype()))
        .should(new UseInjectedTime())
        .allowEmptyShould(true);
  }

  /** Looks at each access from a class to something outside it. */
  private static final class UseInjectedTime extends ArchCondition<JavaClass> {

    UseInjectedTime() {
      super("take time from what was injected");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      for (JavaAccess<?> access : type.getAccessesFromSelf()) {
        RealTime.remedyFor(access.getTarget())
            .ifPresent(
                remedy ->
                    events.add(
                        SimpleConditionEvent.violated(
                            access, access.getDescription() + ": " + remedy)));
      }
    }
  }
}
