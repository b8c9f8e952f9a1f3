package dev.timelapse.testkit;

import dev.timelapse.testkit.choice.Choices;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Says how the timeline of a test starts, and what it may do. Needs {@link TimelapseExtension}.
 *
 * <p>What is not said here is looked for elsewhere, each attribute by itself, and the nearest place
 * that says it wins:
 *
 * <ol>
 *   <li>the test method;
 *   <li>its class, then the interfaces and superclasses of that;
 *   <li>the enclosing class of a nested class, and so on outwards;
 *   <li>the builder of the extension, {@link TimelapseExtension#builder()};
 *   <li>the configuration parameters of JUnit {@code timelapse.start}, {@code timelapse.zone},
 *       {@code timelapse.seed}, {@code timelapse.horizon}, {@code timelapse.event-limit} and {@code
 *       timelapse.allow} (names, separated by commas);
 *   <li>the defaults given below.
 * </ol>
 *
 * <p>At each place the annotation itself goes before one that annotates another annotation there.
 * What is allowed adds up, since allowances do not contradict each other. Nonsense fails the test
 * when it starts, with a message that tells where it stands.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Timelapse {

  /** What {@link #seed} returns if it was not said here. */
  long NO_SEED = Long.MIN_VALUE;

  /**
   * Returns the instant at which the timeline starts; {@link Timeline#DEFAULT_START} by default.
   *
   * @return an instant with its offset, or a local time or date of {@link #zone}
   */
  String start() default "";

  /**
   * Returns the zone in which local times are read, and which injected clocks show; UTC by default.
   *
   * @return the id of a zone, such as {@code Europe/Berlin}
   */
  String zone() default "";

  /**
   * Returns the seed of all that the test leaves to chance; {@link Choices#DEFAULT_SEED} if nobody
   * says one. A test that fails tells its seed.
   *
   * @return any number but {@link #NO_SEED}; 0 for the dull run, in which nothing happens by chance
   */
  long seed() default NO_SEED;

  /**
   * Returns how much elapsed time may pass on the timeline; a century by default. A test that goes
   * on longer fails.
   *
   * @return a duration of more than zero in the words of ISO 8601, such as {@code P400D}
   */
  String horizon() default "";

  /**
   * Returns how many events may run on the timeline; a hundred million by default. A test that runs
   * more fails, and names what ran most of them.
   *
   * @return the limit, more than zero; 0 stands for the default
   */
  long eventLimit() default 0;

  /**
   * Returns what may be left behind at the end of the test; nothing by default.
   *
   * @return the kinds, in addition to those that other places allow
   */
  Leftover[] allow() default {};
}
