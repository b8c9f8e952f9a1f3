package dev.timelapse.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Says how the timeline of a test starts. On a method it takes the place of the one on the class,
 * on a nested class of the one on the enclosing class. It may be a meta-annotation. Needs {@link
 * TimelapseExtension}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Timelapse {

  /**
   * Returns the instant at which the timeline starts.
   *
   * @return an instant with its offset, or a local time or date of {@link #zone}
   */
  String start() default Timeline.DEFAULT_START;

  /**
   * Returns the zone in which local times are read, and which injected clocks show.
   *
   * @return the id of a zone, such as {@code Europe/Berlin}
   */
  String zone() default "Z";
}
