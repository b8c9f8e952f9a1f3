package dev.timelapse.testkit.outside;

import dev.timelapse.testkit.engine.Engine;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mockito.Answers;
import org.mockito.invocation.InvocationOnMock;
import org.mockito.invocation.MockHandler;
import org.mockito.listeners.StubbingLookupEvent;
import org.mockito.listeners.StubbingLookupListener;

/**
 * All calls to one mock, and which way each goes.
 *
 * <p>Mockito looks up a stubbing for every call but those inside {@code doReturn(…).when(mock)} and
 * {@code verify(mock)}, and before it answers; a call inside {@code when(…)} looks like any other,
 * and is told apart by where it comes from. A call of the system with which Mockito has nothing to
 * do, since nothing is stubbed and nobody has just asked for the mock, passes it by, and Mockito is
 * told of it when somebody asks.
 */
final class MockCalls implements InvocationHandler, StubbingLookupListener {

  private static final Object[] NO_ARGUMENTS = {};

  private final Class<?> type;
  private final String name;
  private final OutsideMocks mocks;
  private final Rules rules;
  private final Calling calling;
  private final List<MethodFacts> methods = new ArrayList<>();

  /** Calls of the system that passed Mockito by. */
  private final List<SeenCall> unregistered = new ArrayList<>();

  private final @Nullable Deferral deferral = Deferral.ifPossible();

  private @Nullable MockitoSide mockito;

  /** The call that was passed on to Mockito last. */
  private @Nullable SeenCall passing;

  private @Nullable Object fake;
  private boolean lenient;

  /** Whether Mockito may have something to do with the next call, or answers calls itself. */
  private boolean mockitoCares;

  /** Whether Mockito is just told of calls that passed it by. */
  private boolean registering;

  MockCalls(Class<?> type, String name, OutsideMocks mocks) {
    this.type = type;
    this.name = name;
    this.mocks = mocks;
    this.rules = new Rules(name);
    this.calling = new Calling(this, mocks.engine());
  }

  Class<?> type() {
    return type;
  }

  String name() {
    return name;
  }

  Rules rules() {
    return rules;
  }

  OutsideMocks mocks() {
    return mocks;
  }

  // What the test says.

  void answeredBy(Object object) {
    if (!type.isInstance(object)) {
      throw new IllegalArgumentException(
          "\""
              + name
              + "\" is a "
              + type.getName()
              + ", for which a "
              + object.getClass().getName()
              + " cannot answer: give answeredBy(…) an object of the mock's type");
    }
    fake = object;
  }

  void beLenient() {
    lenient = true;
  }

  boolean isLenient() {
    return lenient;
  }

  /** Answers whether calls need a stub. */
  boolean isStrict() {
    return fake == null && !lenient;
  }

  Instant instant(String time) {
    return mocks.instant(time);
  }

  ZoneId zone() {
    return mocks.zone();
  }

  // What Mockito says.

  /** Takes the place at which Mockito keeps stubbings and calls, new after a reset. */
  void use(MockitoSide side) {
    mockito = side;
    unregistered.clear();
  }

  /** Mockito asks for the mock: to verify it, to stub it, or to know what was called. */
  MockHandler<?> asked() {
    mockitoCares = true;
    register();
    return side();
  }

  /** Tells Mockito of the calls that passed it by, so that they can be verified. */
  private void register() {
    if (unregistered.isEmpty()) {
      return;
    }
    List<SeenCall> calls = List.copyOf(unregistered);
    unregistered.clear();
    registering = true;
    try {
      for (SeenCall call : calls) {
        register(call);
      }
    } finally {
      registering = false;
    }
  }

  private void register(SeenCall call) {
    try {
      side().pass(call.real());
    } catch (ScriptedAnswer e) {
      // It is registered by now, and was answered before.
    } catch (Throwable e) {
      throw Engine.sneaky(e);
    }
  }

  MockitoSide side() {
    return Objects.requireNonNull(mockito, "the mock is not made yet");
  }

  // The calls.

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return ofObject(proxy, method, arguments);
    }
    mocks.engine().checkAlive();
    SeenCall call =
        new SeenCall(this, proxy, facts(method), arguments == null ? NO_ARGUMENTS : arguments);
    if (mocks.isTestsOwn(call)) {
      // It may be stubbing.
      mockitoCares = true;
      return viaMockito(call);
    } else if (mockitoCares || deferral == null) {
      register();
      return viaMockito(call);
    }
    call.sequence = deferral.nextNumber();
    unregistered.add(call);
    try {
      ScriptedAnswer scripted = calling.begin(call);
      return calling.end(call, scripted == null ? answerUnstubbed(call) : scripted.value);
    } catch (Throwable e) {
      calling.failed(call, e);
      throw e;
    }
  }

  /** What the methods of {@code Object} answer; a mock's hash code is no chance of the machine. */
  private @Nullable Object ofObject(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
    return switch (method.getName()) {
      case "equals" -> arguments != null && isSame(proxy, arguments[0]);
      case "hashCode" -> name.hashCode();
      default -> name;
    };
  }

  @Nullable Object viaMockito(SeenCall call) throws Throwable {
    @Nullable Object answer;
    try {
      passing = call;
      answer = side().pass(call.real());
    } catch (ScriptedAnswer e) {
      answer = e.value;
    } catch (Throwable e) {
      calling.failed(call, e);
      throw e;
    }
    return call.number < 0 ? answer : calling.end(call, answer);
  }

  @Override
  public void onStubbingLookup(StubbingLookupEvent event) {
    if (registering) {
      throw new ScriptedAnswer(null);
    }
    // Nothing else can have come in between: Mockito looks up the stubbing first of all.
    SeenCall call = Objects.requireNonNull(passing, "Mockito sees a call that was not passed on");
    if (isToString(call) || mocks.isTestsOwn(call)) {
      return;
    }
    mockitoCares = !event.getAllStubbings().isEmpty();
    call.stubbing = event.getStubbingFound();
    ScriptedAnswer scripted;
    try {
      scripted = calling.begin(call);
    } catch (Throwable e) {
      throw Engine.sneaky(e);
    }
    if (scripted != null) {
      throw scripted;
    }
  }

  /** Answers a call without a stub, of the test or of the system. */
  @Nullable Object answerUnstubbed(InvocationOnMock invocation) throws Throwable {
    if (isToString(invocation)) {
      return name;
    }
    if (fake == null) {
      return Answers.RETURNS_DEFAULTS.answer(invocation);
    }
    return facts(invocation.getMethod()).invokeOn(fake, invocation.getRawArguments());
  }

  /** Lets a call arrive once more at what answers it. */
  @Nullable Object answerAgain(SeenCall call) throws Throwable {
    return call.stubbing == null ? answerUnstubbed(call) : call.stubbing.answer(call.real());
  }

  /** Finds what is known of a method; a proxy always comes with the same object for it. */
  @SuppressWarnings("ReferenceEquality")
  MethodFacts facts(Method method) {
    for (int i = 0; i < methods.size(); i++) {
      if (methods.get(i).method == method) {
        return methods.get(i);
      }
    }
    for (int i = 0; i < methods.size(); i++) {
      if (methods.get(i).method.equals(method)) {
        return methods.get(i);
      }
    }
    MethodFacts found = new MethodFacts(method);
    methods.add(found);
    return found;
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(Object proxy, @Nullable Object other) {
    return proxy == other;
  }

  private static boolean isToString(InvocationOnMock call) {
    return call.getMethod().getName().equals("toString")
        && call.getMethod().getParameterCount() == 0;
  }
}
