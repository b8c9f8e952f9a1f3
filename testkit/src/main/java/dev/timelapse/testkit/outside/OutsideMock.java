package dev.timelapse.testkit.outside;

import org.apiguardian.api.API;

/**
 * How one mock of the outside behaves on the timeline. What is said of it here holds for all of its
 * calls; {@link #when} and {@link #method} pick some of them.
 *
 * @param <T> the type of the mock
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class OutsideMock<T> extends OutsideCalls<T> {

  OutsideMock(MockCalls mock) {
    super(mock, CallFilter.ALL);
  }

  /**
   * Picks the calls that are like a given one: {@code when(s -> s.put(startsWith("tmp-")))}.
   *
   * @param call makes one call on the object it is given, with values or with Mockito's matchers
   * @return what can be said of these calls
   * @throws IllegalArgumentException if it makes none
   */
  public OutsideCalls<T> when(CallOn<T> call) {
    return new OutsideCalls<>(mock, CallFilter.like(mock, call));
  }

  /**
   * Picks the calls to one method, and all that are named like it.
   *
   * @param name the simple name of the method
   * @return what can be said of these calls
   * @throws IllegalArgumentException if the mock's type has no such method
   */
  public OutsideCalls<T> method(String name) {
    return new OutsideCalls<>(mock, CallFilter.named(mock, name));
  }

  /**
   * Lets a hand-written fake stand behind the mock: it answers the calls that nobody stubbed. Their
   * time and failures are as they were. Stub such a mock as you would a spy, with {@code
   * doReturn(…).when(mock)}: a call inside {@code when(…)} reaches the fake.
   *
   * @param fake of the mock's type
   * @return this
   * @throws IllegalArgumentException if {@code fake} is of another type
   */
  public OutsideMock<T> answeredBy(T fake) {
    mock.answeredBy(fake);
    return this;
  }

  /**
   * Lets calls that nobody stubbed be answered with Mockito's usual defaults, instead of failing
   * the test, and lets stubs be unused.
   *
   * @return this
   */
  public OutsideMock<T> lenient() {
    mock.beLenient();
    return this;
  }
}
