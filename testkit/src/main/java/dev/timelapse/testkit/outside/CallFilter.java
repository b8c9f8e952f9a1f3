package dev.timelapse.testkit.outside;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mockito.Mockito;
import org.mockito.exceptions.base.MockitoException;
import org.mockito.invocation.MatchableInvocation;
import org.mockito.quality.Strictness;
import org.mockito.stubbing.Stubbing;

/** Some of the calls to one mock. */
interface CallFilter {

  /** All calls. */
  CallFilter ALL =
      new CallFilter() {
        @Override
        public boolean includes(SeenCall call) {
          return true;
        }

        @Override
        public String words() {
          return "";
        }
      };

  boolean includes(SeenCall call);

  /** Returns which they are, in words that follow the name of the mock. */
  String words();

  /** Picks the calls to methods of a name. */
  static CallFilter named(MockCalls mock, String name) {
    if (Arrays.stream(mock.type().getMethods()).noneMatch(some -> some.getName().equals(name))) {
      throw new IllegalArgumentException(
          mock.type().getName()
              + " has no method "
              + name
              + "; it has "
              + Arrays.stream(mock.type().getMethods())
                  .map(Method::getName)
                  .distinct()
                  .sorted()
                  .collect(Collectors.joining(", ")));
    }
    return new Named(name);
  }

  /**
   * Picks the calls that a given one matches. It is made on another mock of the type, as the
   * stubbing of that, so that Mockito takes up its matchers.
   */
  static <T> CallFilter like(MockCalls mock, CallOn<T> call) {
    Object template =
        Mockito.mock(mock.type(), Mockito.withSettings().stubOnly().strictness(Strictness.LENIENT));
    try {
      @SuppressWarnings("unchecked")
      T stubbed = (T) Mockito.lenient().doAnswer(invocation -> null).when(template);
      call.call(stubbed);
      Mockito.validateMockitoUsage();
    } catch (MockitoException e) {
      throw noCall(mock, e);
    } catch (Throwable e) {
      throw new IllegalArgumentException(
          "the call that picks calls of \"" + mock.name() + "\" failed", e);
    }
    Collection<Stubbing> stubbings = Mockito.mockingDetails(template).getStubbings();
    if (stubbings.size() != 1
        || !(stubbings.iterator().next() instanceof MatchableInvocation picked)) {
      throw noCall(mock, null);
    }
    return new Like(template, picked);
  }

  private static IllegalArgumentException noCall(MockCalls mock, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "when(…) on \""
            + mock.name()
            + "\" picks no call: let it make exactly one on the object it is given, for example"
            + " when(it -> it."
            + List.of(mock.type().getMethods()).get(0).getName()
            + "(any()))",
        cause);
  }

  /** Calls to methods of a name. */
  record Named(String name) implements CallFilter {

    @Override
    public boolean includes(SeenCall call) {
      return call.getMethod().getName().equals(name);
    }

    @Override
    public String words() {
      return "." + name + "(…)";
    }
  }

  /** Calls that Mockito takes for the same as one on a template. */
  record Like(Object template, MatchableInvocation picked) implements CallFilter {

    @Override
    public boolean includes(SeenCall call) {
      return picked.matches(call.on(template));
    }

    @Override
    public String words() {
      return "."
          + CallText.call(picked.getInvocation().getMethod(), picked.getMatchers().toArray());
    }
  }
}
