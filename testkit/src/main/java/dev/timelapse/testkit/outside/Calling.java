package dev.timelapse.testkit.outside;

import dev.timelapse.scheduler.StrandStopped;
import dev.timelapse.testkit.engine.Elapsed;
import dev.timelapse.testkit.engine.Engine;
import dev.timelapse.testkit.engine.UserFrames;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the timeline does with a call of the system, before and after it is answered. */
final class Calling {

  private final MockCalls mock;
  private final Engine engine;
  private final Stages stages;

  Calling(MockCalls mock, Engine engine) {
    this.mock = mock;
    this.engine = engine;
    this.stages = new Stages(engine, mock.mocks().futures());
  }

  /**
   * Lets a call begin: it is recorded, takes its time, and fails if it is to.
   *
   * @return the answer, if the script has one
   */
  @Nullable ScriptedAnswer begin(SeenCall call) throws Throwable {
    engine.checkThread("mock \"" + mock.name() + "\"");
    call.number = engine.recorder().callStarted(mock.name(), call.text());
    Rules.Fate fate = Rules.Fate.NONE;
    if (!mock.rules().isEmpty()) {
      fate = mock.rules().fateOf(call, engine.time().instant(), engine.choices());
      call.fate = fate;
    }
    if (fate.end() == null) {
      requireStub(call);
    }
    if (call.facts.isStage) {
      return stageFor(call, fate);
    } else if (fate.end() instanceof Effect.Fails fails) {
      pause(call, Elapsed.nanos(fails.afterOrZero()));
      throw failure(call, fails.failure());
    } else if (fate.end() instanceof Effect.NeverReturns) {
      pause(call, Elapsed.NEVER);
    }
    if (fate.actsFirst()) {
      call.answerUnderWay = true;
    } else {
      pause(call, Elapsed.nanos(fate.time()));
    }
    return fate.end() instanceof Effect.Returns returns
        ? new ScriptedAnswer(checked(call, returns.value()))
        : null;
  }

  /** Returns a stage that the script completes, if it does. */
  private @Nullable ScriptedAnswer stageFor(SeenCall call, Rules.Fate fate) {
    if (fate.end() instanceof Effect.Fails fails) {
      call.fate = new Rules.Fate(fails.afterOrZero(), false, null, null);
      return new ScriptedAnswer(Stages.failed(fails.failure().get()));
    } else if (fate.end() instanceof Effect.NeverReturns) {
      call.fate = Rules.Fate.NONE;
      return new ScriptedAnswer(stages.open());
    } else if (fate.end() instanceof Effect.Returns returns) {
      boolean isStage = returns.value() instanceof CompletionStage<?>;
      return new ScriptedAnswer(isStage ? returns.value() : Stages.completed(returns.value()));
    }
    return null;
  }

  /**
   * Lets a call that was answered end.
   *
   * @return what the system gets
   */
  @Nullable Object end(SeenCall call, @Nullable Object answer) throws Throwable {
    awaitAnswer(call);
    arriveAgain(call);
    if (call.facts.isStage && answer instanceof CompletionStage<?> stage) {
      CompletionStage<?> due =
          call.fate.end() instanceof Effect.LosesAnswer loses
              ? Stages.failed(loses.failure().get())
              : stage;
      return stages.deliver(call, due);
    } else if (call.fate.end() instanceof Effect.LosesAnswer loses) {
      Throwable failure = failure(call, loses.failure());
      failed(call, failure);
      throw failure;
    }
    engine.recorder().callAnswered(call.number, call.facts.isVoid ? null : CallText.value(answer));
    return answer;
  }

  /** Takes note that a call failed, if it was one of the system, when its answer has come. */
  void failed(SeenCall call, Throwable failure) throws Throwable {
    if (!(failure instanceof StrandStopped)) {
      try {
        awaitAnswer(call);
      } catch (Throwable e) {
        failed(call, e);
        throw e;
      }
    }
    // A call whose strand is unwound has no end.
    if (call.number >= 0 && !(failure instanceof StrandStopped)) {
      engine.recorder().callFailed(call.number, failure);
    }
  }

  private void awaitAnswer(SeenCall call) throws Throwable {
    if (call.answerUnderWay) {
      call.answerUnderWay = false;
      pause(call, Elapsed.nanos(call.fate.time()));
    }
  }

  private void requireStub(SeenCall call) {
    if (call.stubbing == null && !call.facts.isVoid && mock.isStrict()) {
      UnstubbedCallError error = notStubbed(mock.name() + "." + call.text());
      mock.mocks().addUnstubbed(error);
      throw error;
    }
  }

  private UnstubbedCallError notStubbed(String call) {
    UnstubbedCallError error =
        new UnstubbedCallError(
            "Outside call not stubbed: "
                + call
                + " at "
                + engine.whereabouts().now()
                + ", from "
                + engine.whereabouts().activity()
                + ". Stub it before time is advanced, for example with when("
                + call
                + ").thenReturn(…), put a fake behind it with time.outside("
                + mock.name()
                + ").answeredBy(…), or let it answer with Mockito's defaults with .lenient().");
    return UserFrames.only(error, error);
  }

  private void arriveAgain(SeenCall call) {
    Effect.ArrivesAgain arrival = call.fate.arrival();
    if (arrival == null || call.fate.end() instanceof Effect.Returns) {
      return;
    }
    String name = mock.name() + "." + call.text() + " arrives again";
    long due = engine.time().after(Elapsed.nanos(arrival.after()));
    engine
        .script()
        .add(
            name,
            due,
            0,
            0,
            () -> {
              try {
                mock.answerAgain(call);
              } catch (Throwable e) {
                engine.note(mock.name(), call.text() + " arrived again and failed: " + e);
              }
            });
  }

  private void pause(SeenCall call, long nanos) throws Throwable {
    if (nanos <= 0) {
      return;
    }
    try {
      long until = engine.time().after(nanos);
      engine.newWait(mock.name() + "." + call.text()).await(until);
    } catch (InterruptedException e) {
      throw interrupted(call, e);
    }
  }

  private Throwable interrupted(SeenCall call, InterruptedException cause) {
    if (call.facts.declares(InterruptedException.class)) {
      return cause;
    }
    Thread.currentThread().interrupt();
    String words = mock.name() + "." + call.text() + " was interrupted";
    if (call.facts.declares(InterruptedIOException.class)) {
      IOException io = new InterruptedIOException(words);
      io.initCause(cause);
      return io;
    }
    return new IllegalStateException(words, cause);
  }

  private Throwable failure(SeenCall call, Supplier<? extends Throwable> supplier) {
    Throwable failure = supplier.get();
    return call.facts.mayThrow(failure)
        ? failure
        : new IllegalArgumentException(
            "\""
                + mock.name()
                + "\" is to fail with a "
                + failure.getClass().getName()
                + ", which "
                + call.getMethod().getName()
                + " does not declare to throw: give one that the method declares, or a"
                + " RuntimeException",
            failure);
  }

  private @Nullable Object checked(SeenCall call, @Nullable Object value) {
    if (call.facts.isVoid || call.facts.mayReturn(value)) {
      return value;
    }
    throw new IllegalArgumentException(
        "\""
            + mock.name()
            + "\" is to return "
            + CallText.value(value)
            + ", which is no "
            + call.getMethod().getReturnType().getName()
            + " as "
            + call.getMethod().getName()
            + " returns: pick the method with when(…) or method(…)");
  }
}
