package dev.timelapse.testkit.outside;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What is found out about a method of a mock once. */
final class MethodFacts {

  final Method method;
  final boolean isVoid;

  /** Whether it answers later, with a stage. */
  final boolean isStage;

  /** What Mockito's invocations of it have in common, if that is known. */
  Object @Nullable [] invocationParts;

  private @Nullable MethodHandle handle;

  MethodFacts(Method method) {
    Class<?> result = method.getReturnType();
    this.method = method;
    this.isVoid = result == void.class;
    this.isStage = result == CompletionStage.class || result == CompletableFuture.class;
  }

  /** Calls the method on an object that is no mock. */
  @Nullable Object invokeOn(Object target, @Nullable Object[] arguments) throws Throwable {
    MethodHandle known = handle;
    if (known == null) {
      known = unreflect();
      handle = known;
    }
    return (Object) known.invokeExact(target, arguments);
  }

  /** Calls a default method of an interface on a proxy of it. */
  @Nullable Object invokeDefault(Object proxy, @Nullable Object[] arguments) throws Throwable {
    Class<?> type = method.getDeclaringClass();
    return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
        .unreflectSpecial(method, type)
        .asFixedArity()
        .bindTo(proxy)
        .invokeWithArguments(arguments);
  }

  private MethodHandle unreflect() throws IllegalAccessException {
    method.setAccessible(true);
    return MethodHandles.lookup()
        .unreflect(method)
        .asFixedArity()
        .asSpreader(Object[].class, method.getParameterCount())
        .asType(MethodType.methodType(Object.class, Object.class, Object[].class));
  }

  /** Answers whether the method may throw this. */
  boolean mayThrow(Throwable failure) {
    return failure instanceof RuntimeException
        || failure instanceof Error
        || declares(failure.getClass());
  }

  /** Answers whether the method declares an exception, or one of which it is a kind. */
  boolean declares(Class<? extends Throwable> type) {
    for (Class<?> each : method.getExceptionTypes()) {
      if (each.isAssignableFrom(type)) {
        return true;
      }
    }
    return false;
  }

  /** Answers whether the method may return this. */
  boolean mayReturn(@Nullable Object value) {
    Class<?> type = method.getReturnType();
    if (value == null) {
      return !type.isPrimitive() || isVoid;
    }
    return MethodType.methodType(type).wrap().returnType().isInstance(value);
  }
}
