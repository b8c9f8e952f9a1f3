package dev.timelapse.testkit.outside;

import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mockito.ArgumentMatcher;
import org.mockito.Mockito;
import org.mockito.invocation.Invocation;
import org.mockito.invocation.Location;
import org.mockito.invocation.StubInfo;
import org.mockito.stubbing.Stubbing;

/**
 * One call to a mock as the timeline sees it. Mockito gets an invocation of its own kind, which
 * walks the stack to know where it was made, and is made only when Mockito has to do with the call.
 */
@SuppressWarnings("serial") // Mockito's invocations are serializable, but nobody serializes these.
final class SeenCall implements Invocation {

  private static final long serialVersionUID = 1L;

  final transient MockCalls calls;
  final transient MethodFacts facts;
  private final transient Object mock;
  private final transient @Nullable Object[] rawArguments;

  /** Mockito's own invocation, once it is needed. */
  private transient @Nullable Invocation real;

  /** Its place in the order of all calls to mocks, if Mockito is told of it later; else 0. */
  int sequence;

  // What the timeline knows of it.

  /** Where it was made, once that is known. */
  transient @Nullable Location location;

  /** Whether the test made it itself; null until that is known. */
  transient @Nullable Boolean testsOwn;

  /** Its number on the recording; negative if it is not a call of the system. */
  long number = -1;

  /** What it is called on the recording. */
  private transient @Nullable String text;

  /** What comes to it; set with the number. */
  transient Rules.Fate fate = Rules.Fate.NONE;

  /** Whether it was made, and its answer takes the time. */
  transient boolean answerUnderWay;

  /** The stubbing that answers it, if there is one. */
  transient @Nullable Stubbing stubbing;

  SeenCall(MockCalls calls, Object mock, MethodFacts facts, @Nullable Object[] rawArguments) {
    this.calls = calls;
    this.mock = mock;
    this.facts = facts;
    this.rawArguments = rawArguments;
  }

  /** Creates a call that Mockito intercepted, since its mock is of a class. */
  SeenCall(MockCalls calls, MethodFacts facts, Invocation real) {
    this(calls, real.getMock(), facts, real.getRawArguments());
    this.real = real;
  }

  /** Returns the same call to another mock, so that it can be matched. */
  SeenCall on(Object other) {
    SeenCall copy = new SeenCall(calls, other, facts, rawArguments);
    copy.real = facts.method.isVarArgs() ? real() : real;
    return copy;
  }

  /** Returns what it is called on the recording. */
  String text() {
    if (text == null) {
      text = CallText.call(facts.method, rawArguments);
    }
    return text;
  }

  /** Returns Mockito's own invocation for it. */
  Invocation real() {
    Invocation known = real;
    if (known == null) {
      known = newInvocation();
      real = known;
    }
    return known;
  }

  private Invocation newInvocation() {
    Deferral deferral = Deferral.ifPossible();
    if (deferral == null) {
      return mockitosInvocation();
    }
    Object[] parts = facts.invocationParts;
    if (parts == null) {
      parts = deferral.parts(mockitosInvocation());
      if (Modifier.isAbstract(facts.method.getModifiers())) {
        // There is no real method that would need the arguments of this call.
        facts.invocationParts = parts;
      }
    }
    int number = sequence > 0 ? sequence : deferral.nextNumber();
    return deferral.make(parts, rawArguments, getLocation(), number);
  }

  private Invocation mockitosInvocation() {
    return Mockito.framework()
        .getInvocationFactory()
        .createInvocation(
            mock,
            calls.side().getMockSettings(),
            facts.method,
            () -> facts.invokeDefault(mock, rawArguments),
            rawArguments);
  }

  @Override
  public Object getMock() {
    return mock;
  }

  @Override
  public Method getMethod() {
    return facts.method;
  }

  @Override
  public @Nullable Object[] getRawArguments() {
    return rawArguments;
  }

  @Override
  public @Nullable Object[] getArguments() {
    return facts.method.isVarArgs() ? real().getArguments() : rawArguments;
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <T> T getArgument(int index) {
    return (T) getArguments()[index];
  }

  @Override
  public <T> T getArgument(int index, Class<T> type) {
    return type.cast(getArguments()[index]);
  }

  @Override
  @SuppressWarnings("rawtypes") // As Mockito declares it.
  public List<ArgumentMatcher> getArgumentsAsMatchers() {
    return real().getArgumentsAsMatchers();
  }

  @Override
  public Class<?> getRawReturnType() {
    return facts.method.getReturnType();
  }

  @Override
  public @Nullable Object callRealMethod() throws Throwable {
    return real().callRealMethod();
  }

  @Override
  public Location getLocation() {
    if (location == null) {
      location = new InJob(calls, mock, text());
    }
    return location;
  }

  @Override
  public int getSequenceNumber() {
    return real().getSequenceNumber();
  }

  @Override
  public boolean isVerified() {
    return real().isVerified();
  }

  @Override
  public void markVerified() {
    real().markVerified();
  }

  @Override
  public @Nullable StubInfo stubInfo() {
    return real().stubInfo();
  }

  @Override
  public void markStubbed(StubInfo info) {
    real().markStubbed(info);
  }

  @Override
  public boolean isIgnoredForVerification() {
    return real().isIgnoredForVerification();
  }

  @Override
  public void ignoreForVerification() {
    real().ignoreForVerification();
  }

  @Override
  public String toString() {
    return calls.name() + "." + text();
  }

  /** A line of the test or of the system, in Mockito's manner. */
  record Line(StackTraceElement frame) implements Location {

    @Override
    public String getSourceFile() {
      return String.valueOf(frame.getFileName());
    }

    @Override
    public String toString() {
      return "-> at " + frame;
    }
  }

  /** A call from a job. Mockito asks for the source file while the call is made, if it does. */
  record InJob(MockCalls calls, Object mock, String text) implements Location {

    @Override
    public String getSourceFile() {
      return calls.mocks().caller(mock).map(StackFrame::getFileName).orElse("unknown");
    }

    @Override
    public String toString() {
      return "-> from a job; the recording has it as " + calls.name() + "." + text;
    }
  }
}
