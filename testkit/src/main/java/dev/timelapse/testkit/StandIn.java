package dev.timelapse.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.mockito.Answers;
import org.mockito.invocation.InvocationOnMock;
import org.mockito.stubbing.Answer;

/**
 * What answers the calls to one mock that nobody stubbed: a fake of the user's, if there is one.
 */
final class StandIn implements Answer<Object> {

  private final Class<?> type;
  private final String name;
  private @Nullable Object fake;

  StandIn(Class<?> type, String name) {
    this.type = type;
    this.name = name;
  }

  void use(Object object) {
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

  boolean isUsed() {
    return fake != null;
  }

  @Override
  public @Nullable Object answer(InvocationOnMock invocation) throws Throwable {
    if (fake == null) {
      return Answers.RETURNS_DEFAULTS.answer(invocation);
    }
    Method method = invocation.getMethod();
    try {
      method.setAccessible(true);
      return method.invoke(fake, invocation.getRawArguments());
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
