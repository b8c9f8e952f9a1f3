package dev.timelapse.testkit;

import dev.timelapse.testkit.engine.Engine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.mockito.Mockito;

/** The mocks of the outside on one timeline. */
final class OutsideMocks {

  private final Timeline timeline;
  private final Engine engine;
  private final IdentityHashMap<Object, OutsideCalls> calls = new IdentityHashMap<>();
  private final Set<Class<?>> testClasses = new HashSet<>();
  private final List<UnstubbedCallError> unstubbed = new ArrayList<>();

  OutsideMocks(Timeline timeline, Engine engine) {
    this.timeline = timeline;
    this.engine = engine;
  }

  <T> T mock(Class<T> type, String name) {
    StandIn standIn = new StandIn(type, name);
    OutsideCalls behaviour = new OutsideCalls(timeline, standIn);
    CallListener listener = new CallListener(name, engine, behaviour, this);
    T mock =
        Mockito.mock(
            type,
            Mockito.withSettings()
                .name(name)
                .defaultAnswer(standIn)
                .stubbingLookupListeners(listener)
                .invocationListeners(listener));
    calls.put(mock, behaviour);
    return mock;
  }

  OutsideCalls of(Object mock) {
    OutsideCalls behaviour = calls.get(mock);
    if (behaviour == null) {
      throw new IllegalArgumentException(
          CallText.value(mock)
              + " is no mock of this timeline's outside: annotate its field or parameter with @Outside, or"
              + " create it with mockOutside(…)");
    }
    return behaviour;
  }

  /** Takes a class, and what it inherits from, for the test's own code. */
  void addTestClass(Class<?> type) {
    for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
      testClasses.add(each);
    }
  }

  boolean isTestClass(Class<?> type) {
    return testClasses.contains(type);
  }

  void addUnstubbed(UnstubbedCallError call) {
    unstubbed.add(call);
  }

  /** Returns what was called though nobody had stubbed it, in words. */
  List<String> unstubbed() {
    return unstubbed.stream().map(call -> String.valueOf(call.getMessage())).toList();
  }

  /** Returns an error for the calls that nobody had stubbed: the very one, if there is one only. */
  UnstubbedCallError unstubbedError() {
    UnstubbedCallError first = unstubbed.get(0);
    if (unstubbed.size() == 1) {
      return first;
    }
    return new UnstubbedCallError(
        unstubbed.size() + " outside calls were not stubbed; the first: " + first.getMessage());
  }
}
