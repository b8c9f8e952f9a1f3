package dev.timelapse.testkit;

import dev.timelapse.testkit.engine.Elapsed;
import dev.timelapse.testkit.engine.Engine;
import dev.timelapse.testkit.engine.UserFrames;
import java.lang.StackWalker.Option;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mockito.invocation.DescribedInvocation;
import org.mockito.invocation.Invocation;
import org.mockito.listeners.InvocationListener;
import org.mockito.listeners.MethodInvocationReport;
import org.mockito.listeners.StubbingLookupEvent;
import org.mockito.listeners.StubbingLookupListener;

/**
 * Sees the calls to one mock: records them, lets them take their time, and refuses those that
 * nobody stubbed. Mockito looks up a stubbing for every call but those inside {@code
 * doReturn(…).when(mock)} and {@code verify(mock)}, and before it answers; a call inside {@code
 * when(…)} looks like any other, and is told apart by where it comes from.
 */
final class CallListener implements StubbingLookupListener, InvocationListener {

  private static final StackWalker STACK = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

  private final String name;
  private final Engine engine;
  private final OutsideCalls behaviour;
  private final OutsideMocks mocks;

  /** The calls under way, the latest first. */
  private final Deque<Call> underWay = new ArrayDeque<>();

  CallListener(String name, Engine engine, OutsideCalls behaviour, OutsideMocks mocks) {
    this.name = name;
    this.engine = engine;
    this.behaviour = behaviour;
    this.mocks = mocks;
  }

  @Override
  public void onStubbingLookup(StubbingLookupEvent event) {
    Invocation invocation = event.getInvocation();
    Method method = invocation.getMethod();
    if (isToString(method) || isTestsOwn(invocation.getMock())) {
      return;
    }
    engine.checkThread("mock \"" + name + "\"");
    String text = CallText.call(method, invocation.getArguments());
    underWay.push(new Call(invocation, engine.recorder().callStarted(name, text)));
    Throwable failure = behaviour.failureNow();
    if (failure != null) {
      throw sneaky(checked(failure, method));
    }
    if (event.getStubbingFound() == null
        && method.getReturnType() != void.class
        && !behaviour.hasStandIn()) {
      UnstubbedCallError error = notStubbed(text);
      mocks.addUnstubbed(error);
      throw error;
    }
    engine.sleep(Elapsed.nanos(behaviour.latency()));
  }

  @Override
  public void reportInvocation(MethodInvocationReport report) {
    Call call = take(report.getInvocation());
    if (call == null) {
      return;
    }
    if (report.threwException()) {
      engine.recorder().callFailed(call.number, report.getThrowable());
    } else {
      boolean hasResult = call.invocation.getMethod().getReturnType() != void.class;
      engine
          .recorder()
          .callAnswered(call.number, hasResult ? CallText.value(report.getReturnedValue()) : null);
    }
  }

  private @Nullable Call take(DescribedInvocation invocation) {
    for (Iterator<Call> calls = underWay.iterator(); calls.hasNext(); ) {
      Call call = calls.next();
      if (call.invocation == invocation) {
        calls.remove();
        return call;
      }
    }
    return null;
  }

  private UnstubbedCallError notStubbed(String text) {
    String call = name + "." + text;
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
                + ").thenReturn(…).");
    return UserFrames.only(error, error);
  }

  /**
   * Answers whether the test makes this call itself, rather than the system: see {@link Outside}.
   */
  private boolean isTestsOwn(Object mock) {
    if (engine.whereabouts().isInJob()) {
      return false;
    }
    Optional<Class<?>> caller =
        STACK.walk(
            frames ->
                frames
                    .<Class<?>>map(StackWalker.StackFrame::getDeclaringClass)
                    .filter(type -> !isMocking(type) && !type.isInstance(mock))
                    .findFirst());
    return caller.isPresent() && mocks.isTestClass(caller.get());
  }

  private static boolean isMocking(Class<?> type) {
    String typeName = type.getName();
    return type == CallListener.class
        || typeName.startsWith("org.mockito.")
        || typeName.startsWith("java.")
        || typeName.startsWith("jdk.")
        || typeName.contains("$MockitoMock$");
  }

  private static boolean isToString(Method method) {
    return method.getName().equals("toString") && method.getParameterCount() == 0;
  }

  private Throwable checked(Throwable failure, Method method) {
    boolean allowed =
        failure instanceof RuntimeException
            || failure instanceof Error
            || Arrays.stream(method.getExceptionTypes()).anyMatch(type -> type.isInstance(failure));
    return allowed
        ? failure
        : new IllegalArgumentException(
            "failsWith(…) on \""
                + name
                + "\" gives a "
                + failure.getClass().getName()
                + ", which "
                + method.getName()
                + " does not declare to throw: let it give one that the method declares, or a RuntimeException",
            failure);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> RuntimeException sneaky(Throwable failure) throws T {
    throw (T) failure;
  }

  private record Call(Invocation invocation, long number) {}
}
