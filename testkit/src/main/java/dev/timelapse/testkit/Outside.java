package dev.timelapse.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Marks a field or parameter of a test that takes the place of something outside: {@link
 * TimelapseExtension} puts a Mockito mock there, new for each test, named like the field or
 * parameter. It is stubbed and verified as any mock is.
 *
 * <ul>
 *   <li>Every call of the system under test stands on the timeline's recording, and can take
 *       virtual time or fail: see {@link Timeline#outside}.
 *   <li>A call with a result that nobody stubbed fails the test, even if the system swallows the
 *       error. Methods without a result need no stub, nor does a mock that has a fake behind it:
 *       see {@link OutsideCalls#answeredBy}.
 *   <li>A call made from the code of the test class itself (a test method, its lambdas, a script
 *       action) is the test's own and not the system's: it is stubbing, takes no time and is not
 *       recorded.
 * </ul>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER})
public @interface Outside {}
