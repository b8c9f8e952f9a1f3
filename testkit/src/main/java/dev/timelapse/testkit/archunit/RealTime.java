package dev.timelapse.testkit.archunit;

import static com.tngtech.archunit.core.domain.JavaConstructor.CONSTRUCTOR_NAME;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The ways in which Java code gets at real time, and what to do in place of each. */
final class RealTime {

  /** What shows the wall clock, or is a clock that does. */
  private static final RealTime WALL_CLOCK =
      new RealTime(
          "reads the machine's wall clock; take a java.time.Clock or InstantSource as a parameter, and ask that: clock.instant(),"
              + " LocalDate.now(clock), Date.from(clock.instant())",
          call("java.lang.System", "currentTimeMillis"),
          RealTime::isNowWithoutClock,
          call("java.time.Clock", "system", "systemUTC", "systemDefaultZone"),
          call("java.time.Clock", "tickMillis", "tickSeconds", "tickMinutes"),
          call("java.time.InstantSource", "system"),
          creation("java.util.Date").and(RealTime::hasNoParameters),
          creation("java.util.GregorianCalendar").and(RealTime::isGivenNoDate),
          call("java.util.Calendar", "getInstance"));

  /** What shows elapsed time. */
  private static final RealTime ELAPSED_TIME =
      new RealTime(
          "reads the machine's elapsed time; take a dev.timelapse.scheduler.TimeSource as a parameter, and ask its nanoTime()",
          call("java.lang.System", "nanoTime"));

  /** What holds up a thread for some time. */
  private static final RealTime SLEEP =
      new RealTime(
          "waits in real time; schedule what is to happen afterwards, on a Scheduler or ScheduledExecutorService that is injected",
          call("java.lang.Thread", "sleep"),
          call("java.lang.Thread", "join").and(target -> !hasNoParameters(target)),
          call("java.util.concurrent.TimeUnit", "sleep", "timedJoin", "timedWait"),
          call("java.util.concurrent.locks.LockSupport", "parkNanos", "parkUntil"),
          call("java.lang.Object", "wait").and(target -> !hasNoParameters(target)),
          call("java.util.concurrent.locks.Condition", "awaitNanos", "awaitUntil"),
          RealTime::isTimedWait);

  /** What has a clock and a thread of its own. */
  private static final RealTime TIMER =
      new RealTime(
          "starts a timer of its own, in real time; take a Scheduler or ScheduledExecutorService as a parameter, and schedule there",
          creation("java.util.Timer"),
          creation("java.util.concurrent.ScheduledThreadPoolExecutor"),
          call(
              "java.util.concurrent.Executors",
              "newScheduledThreadPool",
              "newSingleThreadScheduledExecutor"));

  /** The time-outs of futures, which run on a timer that all of the JVM shares. */
  private static final RealTime TIME_OUT =
      new RealTime(
          "sets off a timer of the JVM's own, in real time; schedule the time-out on a ScheduledExecutorService that is injected:"
              + " executor.schedule(() -> future.completeExceptionally(new TimeoutException()), …)",
          call(
              "java.util.concurrent.CompletableFuture",
              "orTimeout",
              "completeOnTimeout",
              "delayedExecutor"));

  /** What waits for another thread; not executors and their futures, which may be virtual. */
  private static final List<String> WAITING =
      List.of(
          "java.util.concurrent.BlockingQueue",
          "java.util.concurrent.CountDownLatch",
          "java.util.concurrent.CyclicBarrier",
          "java.util.concurrent.Exchanger",
          "java.util.concurrent.Phaser",
          "java.util.concurrent.Semaphore",
          "java.util.concurrent.locks.Condition",
          "java.util.concurrent.locks.Lock");

  private static final List<RealTime> KINDS =
      List.of(WALL_CLOCK, ELAPSED_TIME, SLEEP, TIMER, TIME_OUT);

  private final String remedy;
  private final List<Use> uses;

  private RealTime(String remedy, Use... uses) {
    this.remedy = remedy;
    this.uses = List.of(uses);
  }

  /**
   * Returns what is wrong with the use of something, and what to do instead; empty if nothing is.
   */
  static Optional<String> remedyFor(AccessTarget target) {
    if (!(target instanceof CodeUnitAccessTarget codeUnit)) {
      return Optional.empty();
    }
    return KINDS.stream()
        .filter(kind -> kind.uses.stream().anyMatch(use -> use.covers(codeUnit)))
        .map(kind -> kind.remedy)
        .findFirst();
  }

  private static Use call(String owner, String... methods) {
    Set<String> names = Set.of(methods);
    return target -> names.contains(target.getName()) && target.getOwner().isAssignableTo(owner);
  }

  private static Use creation(String type) {
    return target ->
        target.getName().equals(CONSTRUCTOR_NAME) && target.getOwner().getName().equals(type);
  }

  private static boolean hasNoParameters(CodeUnitAccessTarget target) {
    return target.getRawParameterTypes().isEmpty();
  }

  /** {@code new GregorianCalendar()}, or one of a zone and a locale, shows now. */
  private static boolean isGivenNoDate(CodeUnitAccessTarget target) {
    return target.getRawParameterTypes().stream().noneMatch(JavaClass::isPrimitive);
  }

  /** {@code Instant.now()}, {@code LocalDate.now(zone)} and kin, but not {@code now(clock)}. */
  private static boolean isNowWithoutClock(CodeUnitAccessTarget target) {
    return (target.getName().equals("now") || target.getName().equals("dateNow"))
        && target.getOwner().getPackageName().startsWith("java.time")
        && target.getRawParameterTypes().stream()
            .noneMatch(type -> type.isAssignableTo(Clock.class));
  }

  private static boolean isTimedWait(CodeUnitAccessTarget target) {
    return target.getRawParameterTypes().stream()
            .anyMatch(type -> type.isEquivalentTo(TimeUnit.class))
        && WAITING.stream().anyMatch(type -> target.getOwner().isAssignableTo(type));
  }

  /** One way, or several of one kind. */
  private interface Use {

    boolean covers(CodeUnitAccessTarget target);

    default Use and(Use other) {
      return target -> covers(target) && other.covers(target);
    }
  }
}
