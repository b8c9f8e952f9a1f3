package dev.timelapse.testkit;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Set;

/**
 * Tells what belongs to somebody else: a field or parameter that bears an annotation of another
 * extension, such as {@code @Mock} or {@code @Autowired}, is for that one to set.
 */
final class Claims {

  /** What says something of a value, whoever sets it; there are several of each name. */
  private static final Set<String> REMARKS =
      Set.of("Deprecated", "NonNull", "Nonnull", "NotNull", "Nullable");

  private Claims() {}

  static boolean isClaimed(AnnotatedElement element) {
    return Arrays.stream(element.getAnnotations()).anyMatch(Claims::isClaim);
  }

  private static boolean isClaim(Annotation annotation) {
    Class<?> type = annotation.annotationType();
    return type != Outside.class && !REMARKS.contains(type.getSimpleName());
  }
}
