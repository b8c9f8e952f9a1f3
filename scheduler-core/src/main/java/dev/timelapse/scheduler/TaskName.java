package dev.timelapse.scheduler;

import org.apiguardian.api.API;

/**
 * What a task is called that has no name: the same in every run, so neither hash codes nor
 * addresses.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class TaskName {

  private static final String LAMBDA = "$$Lambda";

  private static final ClassValue<String> NAMES =
      new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
          return of(type.getName());
        }
      };

  private TaskName() {}

  /**
   * Returns what a task is called.
   *
   * @param task the task
   * @return the simple name of its class; for a lambda expression or a method reference, "task of"
   *     and the class in which that stands
   */
  public static String of(Object task) {
    return NAMES.get(task.getClass());
  }

  private static String of(String type) {
    int lambda = type.indexOf(LAMBDA);
    String named = lambda < 0 ? type : type.substring(0, lambda);
    String simple = named.substring(named.lastIndexOf('.') + 1);
    return lambda < 0 ? simple : "task of " + simple;
  }
}
