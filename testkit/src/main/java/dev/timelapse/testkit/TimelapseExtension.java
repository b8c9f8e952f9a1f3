package dev.timelapse.testkit;

import java.lang.reflect.Parameter;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Gives each test a {@link Timeline} of its own, and what stands on it: parameters of test and
 * lifecycle methods, and fields that are neither static nor final, of the types {@link Timeline},
 * {@link dev.timelapse.scheduler.Scheduler}, {@link dev.timelapse.scheduler.TimeSource}, {@link
 * java.time.Clock} and {@link java.time.InstantSource}, and mocks for those annotated with {@link
 * Outside}. Fields are set before {@code @BeforeEach} methods run; one that holds a value already
 * is left alone. {@link Timelapse} says when and where the timeline starts.
 *
 * <p>When a test fails, the last page of its recording is added to the failure. When it ends, tasks
 * that still wait are unwound, and a call that nobody stubbed fails it. Tests may run in parallel:
 * they share nothing.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class TimelapseExtension
    implements BeforeEachCallback,
        AfterEachCallback,
        ParameterResolver,
        TestExecutionExceptionHandler {

  private static final Namespace NAMESPACE = Namespace.create(TimelapseExtension.class);

  /** Creates the extension; JUnit does it. */
  public TimelapseExtension() {}

  @Override
  public void beforeEach(ExtensionContext context) {
    TestTimeline test = testOf(context);
    for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
      test.timeline().outside().addTestClass(instance.getClass());
      FieldInjection.into(instance, test);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Throwable failure = context.getExecutionException().orElse(null);
    try {
      testOf(context).end();
    } catch (UnstubbedCallError e) {
      if (failure == null) {
        e.addSuppressed(new TimelineAccount(testOf(context).timeline()));
        throw e;
      } else if (failure != e && failure.getCause() != e) {
        failure.addSuppressed(e);
      }
    }
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    failure.addSuppressed(new TimelineAccount(testOf(context).timeline()));
    throw failure;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return context.getTestMethod().isPresent()
        && (parameter.isAnnotated(Outside.class)
            || TestTimeline.provides(parameter.getParameter().getType()));
  }

  @Override
  public Object resolveParameter(ParameterContext parameterContext, ExtensionContext context) {
    TestTimeline test = testOf(context);
    Parameter parameter = parameterContext.getParameter();
    if (parameterContext.isAnnotated(Outside.class)) {
      return test.mock(parameter.getType(), parameter.getName());
    }
    return test.provide(parameter.getType())
        .orElseThrow(
            () ->
                new ParameterResolutionException(
                    "a timeline has no " + parameter.getType().getName()));
  }

  private static TestTimeline testOf(ExtensionContext context) {
    Store store = context.getStore(NAMESPACE);
    return store.getOrComputeIfAbsent(
        TestTimeline.class, key -> TestTimeline.of(context), TestTimeline.class);
  }
}
