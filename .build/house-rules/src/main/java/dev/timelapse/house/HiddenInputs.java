package dev.timelapse.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaConstructor.CONSTRUCTOR_NAME;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import java.util.Set;

/** What lets the machine leak into a run: its clock, its sleep, its dice. */
final class HiddenInputs {

  private static final Set<String> CLOCKS =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.systemUTC",
          "java.time.Clock.system",
          "java.time.Clock.tickMillis",
          "java.time.Clock.tickSeconds",
          "java.time.Clock.tickMinutes",
          "java.time.InstantSource.system",
          "java.time.ZoneId.systemDefault",
          "java.util.Calendar.getInstance",
          "java.util.TimeZone.getDefault");

  private static final Set<String> SLEEP_AND_DICE =
      Set.of(
          "java.lang.Math.random",
          "java.lang.StrictMath.random",
          "java.lang.Thread.sleep",
          "java.security.SecureRandom." + CONSTRUCTOR_NAME,
          "java.util.UUID.randomUUID",
          "java.util.concurrent.ThreadLocalRandom.current",
          "java.util.concurrent.TimeUnit.sleep");

  private static final Set<String> SEEDED_OR_NOT =
      Set.of("java.util.Random", "java.util.SplittableRandom");

  static final DescribedPredicate<JavaAccess<?>> MACHINE_CLOCK =
      describe("target reads the machine's clock", access -> readsClock(access.getTarget()));

  static final DescribedPredicate<JavaAccess<?>> SLEEP_OR_UNSEEDED_CHANCE =
      describe("target sleeps or is unseeded", access -> sleepsOrRollsDice(access.getTarget()));

  private HiddenInputs() {}

  private static boolean readsClock(AccessTarget target) {
    return CLOCKS.contains(nameOf(target)) || isNowOfNoClock(target) || isDateOfNow(target);
  }

  private static boolean sleepsOrRollsDice(AccessTarget target) {
    return SLEEP_AND_DICE.contains(nameOf(target))
        || (SEEDED_OR_NOT.contains(target.getOwner().getName()) && isConstructorOfNothing(target));
  }

  /** {@code Instant.now()}, {@code LocalDate.now(zone)} and kin, but not {@code now(clock)}. */
  private static boolean isNowOfNoClock(AccessTarget target) {
    return target.getName().equals("now")
        && target.getOwner().getPackageName().startsWith("java.time")
        && target instanceof AccessTarget.CodeUnitAccessTarget call
        && call.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
  }

  private static boolean isDateOfNow(AccessTarget target) {
    JavaClass owner = target.getOwner();
    return (owner.getName().equals("java.util.Date")
            || owner.getName().equals("java.util.GregorianCalendar"))
        && isConstructorOfNothing(target);
  }

  private static boolean isConstructorOfNothing(AccessTarget target) {
    return target.getName().equals(CONSTRUCTOR_NAME)
        && target instanceof AccessTarget.CodeUnitAccessTarget call
        && call.getRawParameterTypes().isEmpty();
  }

  private static String nameOf(AccessTarget target) {
    return target.getOwner().getName() + "." + target.getName();
  }
}
