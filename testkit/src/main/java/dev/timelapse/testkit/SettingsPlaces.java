package dev.timelapse.testkit;

import dev.timelapse.testkit.TimelineSettings.Said;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The places that say how the timeline of a test is to be, the nearest first: see {@link
 * Timelapse}.
 */
final class SettingsPlaces {

  /** The configuration parameters, and the attributes they are the last to speak of. */
  private static final Map<String, String> PARAMETERS =
      Map.of(
          "timelapse.start",
          TimelineSettings.START,
          "timelapse.zone",
          TimelineSettings.ZONE,
          "timelapse.seed",
          TimelineSettings.SEED,
          "timelapse.horizon",
          TimelineSettings.HORIZON,
          "timelapse.event-limit",
          TimelineSettings.EVENT_LIMIT);

  private static final String ALLOW = "timelapse.allow";

  private final List<Said> places = new ArrayList<>();
  private final Set<AnnotatedElement> seen = new HashSet<>();

  private SettingsPlaces() {}

  static List<Said> of(ExtensionContext test, @Nullable Said builder) {
    SettingsPlaces found = new SettingsPlaces();
    Optional<ExtensionContext> context = Optional.of(test);
    while (context.isPresent()) {
      context.get().getElement().ifPresent(found::addElement);
      context = context.get().getParent();
    }
    if (builder != null) {
      found.places.add(builder);
    }
    found.addParameters(test);
    return found.places;
  }

  /** Adds what stands on a method or class, then on what the class inherits from. */
  private void addElement(AnnotatedElement element) {
    if (!seen.add(element)) {
      return;
    }
    addAnnotations(element, describe(element), new HashSet<>());
    if (element instanceof Class<?> type) {
      Arrays.stream(type.getInterfaces()).forEach(this::addElement);
      if (type.getSuperclass() != null && type.getSuperclass() != Object.class) {
        addElement(type.getSuperclass());
      }
    }
  }

  /** Adds what an element is annotated with, then what its annotations are, at any depth. */
  private void addAnnotations(AnnotatedElement element, String where, Set<Class<?>> walked) {
    Timelapse said = element.getDeclaredAnnotation(Timelapse.class);
    if (said != null) {
      add(said, "@Timelapse on " + where);
    }
    for (Annotation annotation : element.getDeclaredAnnotations()) {
      Class<?> type = annotation.annotationType();
      if (type != Timelapse.class && !type.getName().startsWith("java.") && walked.add(type)) {
        addAnnotations(type, "@" + type.getSimpleName() + " of " + where, walked);
      }
    }
  }

  private void add(Timelapse annotation, String where) {
    Map<String, String> attributes = new HashMap<>();
    put(attributes, TimelineSettings.START, annotation.start());
    put(attributes, TimelineSettings.ZONE, annotation.zone());
    if (annotation.seed() != Timelapse.NO_SEED) {
      put(attributes, TimelineSettings.SEED, Long.toString(annotation.seed()));
    }
    put(attributes, TimelineSettings.HORIZON, annotation.horizon());
    if (annotation.eventLimit() != 0) {
      put(attributes, TimelineSettings.EVENT_LIMIT, Long.toString(annotation.eventLimit()));
    }
    places.add(new Said(where, attributes, List.of(annotation.allow())));
  }

  private static void put(Map<String, String> attributes, String attribute, String text) {
    if (!text.isEmpty()) {
      attributes.put(attribute, text);
    }
  }

  private void addParameters(ExtensionContext test) {
    PARAMETERS.forEach(
        (key, attribute) ->
            test.getConfigurationParameter(key)
                .ifPresent(
                    text ->
                        places.add(
                            new Said(
                                "configuration parameter " + key,
                                Map.of(attribute, text.strip()),
                                List.of()))));
    test.getConfigurationParameter(ALLOW)
        .ifPresent(text -> places.add(new Said(ALLOW, Map.of(), leftovers(text))));
  }

  private static List<Leftover> leftovers(String text) {
    return Arrays.stream(text.split(",")).map(name -> leftover(name.strip())).toList();
  }

  private static Leftover leftover(String name) {
    return Arrays.stream(Leftover.values())
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ExtensionConfigurationException(
                    "configuration parameter "
                        + ALLOW
                        + " says \""
                        + name
                        + "\", which is no kind of leftover: write some of "
                        + Arrays.toString(Leftover.values())
                        + ", separated by commas"));
  }

  private static String describe(AnnotatedElement element) {
    return element instanceof Class<?> type ? "class " + type.getName() : "method " + element;
  }
}
