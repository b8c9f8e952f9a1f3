package dev.timelapse.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Marks a field or parameter of a test that takes the place of something outside, an interface or a
 * class: {@link TimelapseExtension} puts a Mockito mock there, new for each test, named like the
 * field or parameter. It is stubbed and verified as any mock is.
 *
 * <ul>
 *   <li>Every call of the system under test stands on the timeline's recording, and can take
 *       virtual time or fail: see {@link Timeline#outside(Object)}.
 *   <li>A call with a result that nobody stubbed fails the test, even if the system swallows the
 *       error. Methods without a result need no stub, nor does a mock that has a {@link #delegate}
 *       behind it.
 *   <li>A call is the test's own if it is not made in a job, and the code that makes it is that of
 *       the test class (its methods, their lambdas, script actions), of what it inherits from, of
 *       the classes around a nested one, or of a class that was {@linkplain Timeline#testCode said
 *       to be test code}. Such a call is stubbing, or a look at a fake: it takes no time, does not
 *       fail, and is not recorded. All other calls are the system's, those of other classes in the
 *       test's file too.
 *   <li>What Mockito takes for stubbing or verifying, {@code doReturn(…).when(mock)} and {@code
 *       verify(mock)}, is no call, wherever it stands.
 * </ul>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER})
public @interface Outside {

  /**
   * Returns the class of a hand-written fake that answers the calls that nobody stubbed. Each test
   * gets a new one. A test that wants to look into its fake uses {@link Timeline#outside(Class,
   * Object)} instead.
   *
   * @return a class of the mock's type with a constructor without parameters; {@code void} for none
   */
  Class<?> delegate() default void.class;

  /**
   * Returns whether calls that nobody stubbed are answered with Mockito's usual defaults, and stubs
   * may be unused.
   *
   * @return false unless set
   */
  boolean lenient() default false;
}
