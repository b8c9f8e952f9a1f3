package dev.timelapse.testkit;

import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Gives each test a {@link Timeline} of its own, and what stands on it:
 *
 * <ul>
 *   <li>parameters of test methods, of {@code @BeforeEach} and {@code @AfterEach} methods, and of
 *       the constructor;
 *   <li>fields without a value that are neither static nor final, private and inherited ones too,
 *       set before {@code @BeforeEach} methods run.
 * </ul>
 *
 * <p>It provides a {@link Timeline}, {@link dev.timelapse.scheduler.Scheduler}, {@link
 * dev.timelapse.scheduler.TimeSource}, {@link java.time.Clock} and {@link java.time.InstantSource};
 * an executor with one worker as {@link VirtualExecutor}, {@link
 * java.util.concurrent.ScheduledExecutorService}, {@link java.util.concurrent.ExecutorService} and
 * {@link java.util.concurrent.Executor}; and mocks for what is annotated with {@link Outside}: one
 * of each a test, made when it is asked for. Fields and parameters that bear an annotation of
 * another extension, such as {@code @Mock} or {@code @Autowired}, are left to that one. {@link
 * Timelapse} says when and where the timeline starts, and in which order places are asked that say
 * so.
 *
 * <p>A test, here, is one invocation of a test method: each repetition and each set of arguments is
 * one. All of its instances share its timeline, those of enclosing classes too. The dynamic tests
 * of a {@code @TestFactory} are one test with one timeline: they go on where the one before them
 * stopped. With the lifecycle {@code PER_CLASS} each test still has a timeline of its own: fields
 * are set anew before each, while the constructor, which runs once for all, gets nothing; nor do
 * {@code @BeforeAll} and {@code @AfterAll} methods.
 *
 * <p>When a test fails, the last page of its recording is added to the failure. When it ends, after
 * its {@code @AfterEach} methods, tasks that still wait are unwound, and what is left behind on the
 * timeline fails it: see {@link Leftover}. If the test has failed already, its own failure stays;
 * what is only left because it ended early is not told, and the rest, such as calls that nobody
 * stubbed, is a suppressed exception of it. Tests may run in parallel: they share nothing.
 *
 * <p>Register it with {@code @ExtendWith(TimelapseExtension.class)}, or as a static field
 * {@code @RegisterExtension static final TimelapseExtension TIME =
 * TimelapseExtension.builder()….build()}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class TimelapseExtension
    implements BeforeEachCallback,
        AfterEachCallback,
        ParameterResolver,
        InvocationInterceptor,
        LifecycleMethodExecutionExceptionHandler,
        TestExecutionExceptionHandler {

  private static final Namespace NAMESPACE = Namespace.create(TimelapseExtension.class);

  private final TimelineSettings.@Nullable Said settings;

  /** Creates the extension; JUnit does it. */
  public TimelapseExtension() {
    this(null);
  }

  TimelapseExtension(TimelineSettings.@Nullable Said settings) {
    this.settings = settings;
  }

  /**
   * Starts the description of an extension whose tests have something in common. What {@link
   * Timelapse} annotations say goes before it.
   *
   * @return a builder that says nothing yet
   */
  public static TimelapseExtensionBuilder builder() {
    return new TimelapseExtensionBuilder();
  }

  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(
      ExtensionContext rootContext) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    TestTimeline test = testOf(context);
    if (test.owner() != this) {
      throw new ExtensionConfigurationException(
          "two TimelapseExtensions are registered for this test, which can have one timeline only: keep"
              + " either @ExtendWith(TimelapseExtension.class) or the field with @RegisterExtension");
    }
    for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
      test.addTestClass(instance.getClass());
      fieldsOf(instance, context).inject(test);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    TestTimeline test = testOf(context);
    if (test.owner() != this) {
      return;
    }
    Throwable failure = context.getExecutionException().orElse(null);
    AssertionError left = test.end(failure != null);
    if (left == null || (failure != null && isPartOf(left, failure))) {
      return;
    }
    if (failure != null) {
      failure.addSuppressed(left);
    } else {
      TimelineAccount.addTo(left, test.timeline(), context);
      throw left;
    }
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw withAccount(context, failure);
  }

  @Override
  public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw withAccount(context, failure);
  }

  @Override
  public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw withAccount(context, failure);
  }

  @Override
  public void interceptDynamicTest(
      Invocation<@Nullable Void> invocation,
      DynamicTestInvocationContext invocationContext,
      ExtensionContext extensionContext)
      throws Throwable {
    try {
      invocation.proceed();
    } catch (Throwable failure) {
      throw withAccount(extensionContext, failure);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    if (parameter.isAnnotated(Outside.class)) {
      return true;
    }
    // Outside a test these can be refused with a reason, for nobody else would provide them.
    return (context.getTestMethod().isPresent()
            ? TestTimeline.provides(type)
            : TestTimeline.isOurs(type))
        && !Claims.isClaimed(parameter.getAnnotatedElement());
  }

  @Override
  public Object resolveParameter(ParameterContext parameterContext, ExtensionContext context) {
    Parameter parameter = parameterContext.getParameter();
    if (context.getTestMethod().isEmpty()) {
      throw new ParameterResolutionException(
          parameterContext.getDeclaringExecutable()
              + " gets no "
              + parameter.getType().getSimpleName()
              + ": it runs once for all tests of its class, and each test has a timeline of its own. Take it in "
              + (parameterContext.getDeclaringExecutable() instanceof Constructor
                  ? "a field, or use the lifecycle PER_METHOD"
                  : "a @BeforeEach or @AfterEach method"));
    }
    TestTimeline test = testOf(context);
    Optional<Outside> outside = parameterContext.findAnnotation(Outside.class);
    if (outside.isPresent()) {
      return test.mock(parameter.getType(), parameter.getName(), outside.get());
    }
    return test.provide(parameter.getType()).orElseThrow();
  }

  private TestTimeline testOf(ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            TestTimeline.class,
            key -> {
              TestTimeline test =
                  new TestTimeline(this, TimelineSettings.of(SettingsPlaces.of(context, settings)));
              test.addTestClass(context.getRequiredTestClass());
              return test;
            },
            TestTimeline.class);
  }

  /** Returns what is known of the fields of an instance, all the while if it has several tests. */
  private static FieldInjection fieldsOf(Object instance, ExtensionContext test) {
    Optional<ExtensionContext> context = test.getParent();
    while (context.isPresent()) {
      ExtensionContext of = context.get();
      if (of.getTestMethod().isEmpty()
          && of.getTestClass().equals(Optional.of(instance.getClass()))) {
        return of.getTestInstanceLifecycle().equals(Optional.of(Lifecycle.PER_CLASS))
            ? of.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                    instance.getClass(), key -> new FieldInjection(instance), FieldInjection.class)
            : new FieldInjection(instance);
      }
      context = of.getParent();
    }
    return new FieldInjection(instance);
  }

  private Throwable withAccount(ExtensionContext context, Throwable failure) {
    TimelineAccount.addTo(failure, testOf(context).timeline(), context);
    return failure;
  }

  /** Answers whether a test failed with just this, thrown as it is or by code in between. */
  private static boolean isPartOf(AssertionError left, Throwable failure) {
    return failure == left || failure.getCause() == left;
  }
}
