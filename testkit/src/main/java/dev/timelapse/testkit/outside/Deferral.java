package dev.timelapse.testkit.outside;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.mockito.Mockito;
import org.mockito.invocation.Invocation;
import org.mockito.invocation.Location;

/**
 * How invocations are made for Mockito without a walk of the stack, and later than the calls they
 * stand for: with their place in the one order of all calls to mocks, and with where they were
 * made. That is not part of Mockito's interface, and not to be had if Mockito is a named module, or
 * changes: then Mockito makes each invocation itself when it is called.
 */
final class Deferral {

  private static final @Nullable Deferral FOUND = find();

  private final MethodHandle nextNumber;
  private final Constructor<?> constructor;
  private final Method[] parts;

  private Deferral(MethodHandle nextNumber, Constructor<?> constructor, Method... parts) {
    this.nextNumber = nextNumber;
    this.constructor = constructor;
    this.parts = parts;
  }

  /** Returns how it is done, or null if it cannot be. */
  static @Nullable Deferral ifPossible() {
    return FOUND;
  }

  /** Returns the number of a call that is being made. */
  int nextNumber() {
    try {
      return (int) nextNumber.invokeExact();
    } catch (Throwable e) {
      throw new IllegalStateException("Mockito cannot number a call", e);
    }
  }

  /** Returns what an invocation knows besides its arguments, place and number. */
  Object[] parts(Invocation invocation) {
    try {
      return new Object[] {
        parts[0].invoke(invocation), parts[1].invoke(invocation), parts[2].invoke(invocation)
      };
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Mockito does not tell of " + invocation, e);
    }
  }

  /** Returns an invocation as if it had been made at a place, and got a number there. */
  Invocation make(Object[] known, @Nullable Object[] rawArguments, Location location, int number) {
    try {
      return (Invocation)
          constructor.newInstance(known[0], known[1], rawArguments, known[2], location, number);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Mockito cannot be told of a call", e);
    }
  }

  private static @Nullable Deferral find() {
    try {
      Class<?> numbers = load("progress.SequenceNumber");
      Class<?> type = load("invocation.InterceptedInvocation");
      Constructor<?> constructor =
          type.getConstructor(
              load("invocation.mockref.MockReference"),
              load("invocation.MockitoMethod"),
              Object[].class,
              load("invocation.RealMethod"),
              Location.class,
              int.class);
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      lookup.unreflectConstructor(constructor);
      return new Deferral(
          lookup.unreflect(numbers.getMethod("next")),
          constructor,
          type.getMethod("getMockRef"),
          type.getMethod("getMockitoMethod"),
          type.getMethod("getRealMethod"));
    } catch (ReflectiveOperationException | LinkageError e) {
      return null;
    }
  }

  private static Class<?> load(String name) throws ClassNotFoundException {
    return Class.forName("org.mockito.internal." + name, true, Mockito.class.getClassLoader());
  }
}
