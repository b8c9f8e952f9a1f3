package dev.timelapse.testkit.outside;

import dev.timelapse.testkit.engine.Engine;
import dev.timelapse.testkit.executor.FutureTimers;
import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.mockito.Mockito;
import org.mockito.invocation.Invocation;
import org.mockito.quality.Strictness;
import org.mockito.stubbing.Stubbing;

/** The mocks of the outside on one timeline. */
@API(status = API.Status.INTERNAL, since = "0.1")
@SuppressWarnings("exports") // Made by the timeline alone.
public final class OutsideMocks {

  private static final StackWalker STACK = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

  /** The code that stands between a caller and what is found out about it. */
  private static final Set<Class<?>> OURS =
      Set.of(MockCalls.class, MockitoSide.class, OutsideMocks.class, Calling.class, StandIn.class);

  private final Engine engine;
  private final FutureTimers futures;
  private final ZoneId zone;
  private final Function<String, Instant> times;
  private final IdentityHashMap<Object, MockCalls> calls = new IdentityHashMap<>();
  private final List<Made> mocks = new ArrayList<>();
  private final Map<String, Integer> names = new HashMap<>();
  private final Set<Class<?>> testClasses = new HashSet<>();
  private final List<UnstubbedCallError> unstubbed = new ArrayList<>();

  /**
   * Creates none yet.
   *
   * @param engine what moves the timeline
   * @param futures what makes futures that wait on the timeline
   * @param zone its zone
   * @param times reads times as tests write them
   */
  public OutsideMocks(
      Engine engine, FutureTimers futures, ZoneId zone, Function<String, Instant> times) {
    this.engine = engine;
    this.futures = futures;
    this.zone = zone;
    this.times = times;
  }

  /**
   * Makes a mock with a name of its own.
   *
   * @param <T> its type
   * @param type an interface or class
   * @param name what the recording calls it
   * @return the mock
   */
  public <T> T mock(Class<T> type, String name) {
    MockCalls made = new MockCalls(type, name, this);
    T mock =
        Mockito.mock(
            type,
            Mockito.withSettings()
                .name(name)
                .mockMaker(OutsideMockMaker.class.getName())
                .defaultAnswer(new StandIn(made))
                .stubbingLookupListeners(made));
    calls.put(mock, made);
    mocks.add(new Made(mock, made));
    return mock;
  }

  /**
   * Makes a mock that is named after its type.
   *
   * @param <T> its type
   * @param type an interface or class
   * @return the mock
   */
  public <T> T mock(Class<T> type) {
    String simple = type.getSimpleName();
    String name = simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1);
    int number = names.merge(name, 1, Integer::sum);
    return mock(type, number == 1 ? name : name + " " + number);
  }

  /**
   * Returns what can be said of a mock.
   *
   * @param <T> its type
   * @param mock one that was made here
   * @return its behaviour
   * @throws IllegalArgumentException if it is none of these
   */
  public <T> OutsideMock<T> of(T mock) {
    MockCalls made = calls.get(mock);
    if (made == null) {
      throw new IllegalArgumentException(
          CallText.value(mock)
              + " is no mock of this timeline's outside: annotate its field or parameter with"
              + " @Outside, or create it with outside(…)");
    }
    return new OutsideMock<>(made);
  }

  /**
   * Takes a class, and what it inherits from, for the test's own code.
   *
   * @param type the class
   */
  public void addTestClass(Class<?> type) {
    for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
      testClasses.add(each);
    }
  }

  // What must not pass in silence.

  /**
   * Returns the calls that nobody had stubbed.
   *
   * @return the errors that they failed with, in their order
   */
  public List<UnstubbedCallError> unstubbed() {
    return List.copyOf(unstubbed);
  }

  /**
   * Returns the behaviours that came to no call.
   *
   * @return a line for each, in the order of the mocks
   */
  public List<String> unusedBehaviours() {
    return mocks.stream().flatMap(mock -> mock.calls().rules().leftovers().stream()).toList();
  }

  /**
   * Returns the stubs that answered no call.
   *
   * @return a line for each, in the order of the mocks
   */
  public List<String> unusedStubs() {
    List<String> unused = new ArrayList<>();
    for (Made made : mocks) {
      if (!made.calls().isLenient()) {
        for (Stubbing stubbing : Mockito.mockingDetails(made.mock()).getStubbings()) {
          if (!stubbing.wasUsed() && stubbing.getStrictness() != Strictness.LENIENT) {
            Invocation call = stubbing.getInvocation();
            unused.add(
                made.calls().name()
                    + "."
                    + CallText.call(call.getMethod(), call.getArguments())
                    + ", stubbed "
                    + call.getLocation());
          }
        }
      }
    }
    return unused;
  }

  void addUnstubbed(UnstubbedCallError call) {
    unstubbed.add(call);
  }

  // What the mocks need.

  Engine engine() {
    return engine;
  }

  FutureTimers futures() {
    return futures;
  }

  ZoneId zone() {
    return zone;
  }

  Instant instant(String text) {
    return times.apply(text);
  }

  /**
   * Answers whether the test makes a call itself, rather than the system: the code that makes it is
   * the test's, and it is not running in a job.
   */
  boolean isTestsOwn(SeenCall call) {
    if (call.testsOwn != null) {
      return call.testsOwn;
    }
    boolean own = false;
    if (!engine.whereabouts().isInJob()) {
      Optional<StackFrame> caller = caller(call.getMock());
      if (call.location == null) {
        caller.ifPresent(frame -> call.location = new SeenCall.Line(frame.toStackTraceElement()));
      }
      own = caller.isPresent() && testClasses.contains(caller.get().getDeclaringClass());
    }
    call.testsOwn = own;
    return own;
  }

  /** Returns the code that is calling a mock. */
  Optional<StackFrame> caller(Object mock) {
    return STACK.walk(
        frames ->
            frames
                .filter(frame -> !isMocking(frame.getDeclaringClass()))
                .filter(frame -> !frame.getDeclaringClass().isInstance(mock))
                .findFirst());
  }

  private static boolean isMocking(Class<?> type) {
    String name = type.getName();
    return OURS.contains(type)
        || name.startsWith("org.mockito.")
        || name.startsWith("java.")
        || name.startsWith("jdk.")
        || name.contains("$MockitoMock$");
  }

  private record Made(Object mock, MockCalls calls) {}
}
