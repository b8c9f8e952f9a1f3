package dev.timelapse.scheduler;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.timelapse.scheduler.cron.CronExpression;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A null is refused where it is given, not when a firing finds it. */
class MissingArgumentsTest {

  private static final Scheduler SCHEDULER = Scheduler.using(new SimulatedTime()).build();

  static Stream<Arguments> calls() {
    return Stream.of(
        call("time", () -> Scheduler.using(null)),
        call("task", () -> SCHEDULER.after(ZERO, null)),
        call("task", () -> SCHEDULER.at(SimulatedTime.START, null)),
        call("instant", () -> SCHEDULER.at(null, () -> {})),
        call("delay", () -> SCHEDULER.after(null, () -> {})),
        call("listener", () -> SCHEDULER.addListener(null)),
        call("name", () -> Job.named(null)),
        call("when", () -> Job.named("job").trigger(null)),
        call("policy", () -> Job.named("job").onMisfire(null)),
        call("policy", () -> Job.named("job").retry(null)),
        call("task", () -> Job.named("job").trigger(Trigger.after(ZERO)).task(null)),
        call("period", () -> Trigger.every(null)),
        call("firstAfter", () -> Trigger.every(ofSeconds(1)).startingAfter(null)),
        call("delay", () -> Trigger.withDelay(null)),
        call("firstAfter", () -> Trigger.withDelay(ofSeconds(1)).startingAfter(null)),
        call("delay", () -> Trigger.after(null)),
        call("instant", () -> Trigger.at(null)),
        call("expression", () -> Trigger.cron((CronExpression) null)));
  }

  private static Arguments call(String parameter, ThrowingCallable call) {
    return Arguments.of(parameter, call);
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @MethodSource("calls")
  void argument_thatIsNull_isRefusedByItsName(String parameter, ThrowingCallable call) {
    assertThatNullPointerException().isThrownBy(call).withMessage(parameter);
    assertThat(SCHEDULER.isIdle()).isTrue();
  }
}
