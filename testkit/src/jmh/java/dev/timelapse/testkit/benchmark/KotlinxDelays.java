package dev.timelapse.testkit.benchmark;

import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlin.coroutines.intrinsics.IntrinsicsKt;
import kotlin.coroutines.jvm.internal.ContinuationImpl;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CoroutineStart;
import kotlinx.coroutines.DelayKt;
import kotlinx.coroutines.test.TestBuildersKt;
import org.jspecify.annotations.Nullable;

/**
 * Coroutines that delay again and again in {@code runTest}, as the Kotlin compiler would have them.
 */
final class KotlinxDelays {

  private KotlinxDelays() {}

  /** Runs a test of so many coroutines with so many delays each; answers its virtual time. */
  static long run(int coroutines, int delays) {
    long[] time = {0};
    TestBuildersKt.runTest(
        EmptyCoroutineContext.INSTANCE,
        kotlin.time.DurationKt.toDuration(60, kotlin.time.DurationUnit.SECONDS),
        (scope, done) -> {
          for (int i = 0; i < coroutines; i++) {
            BuildersKt.launch(
                scope,
                EmptyCoroutineContext.INSTANCE,
                CoroutineStart.DEFAULT,
                (inner, completion) -> new Loop(completion, delays).invokeSuspend(Unit.INSTANCE));
          }
          scope.getTestScheduler().advanceUntilIdle();
          time[0] = scope.getTestScheduler().getCurrentTime();
          return Unit.INSTANCE;
        });
    return time[0];
  }

  /** {@code repeat(delays) { delay(1) }}. */
  private static final class Loop extends ContinuationImpl {

    private int left;

    Loop(Continuation<?> completion, int delays) {
      super((Continuation<Object>) completion);
      this.left = delays;
    }

    @Override
    protected @Nullable Object invokeSuspend(Object result) {
      while (left > 0) {
        left--;
        Object answer = DelayKt.delay(1, (Continuation) this);
        if (answer == IntrinsicsKt.getCOROUTINE_SUSPENDED()) {
          return answer;
        }
      }
      return Unit.INSTANCE;
    }
  }
}
