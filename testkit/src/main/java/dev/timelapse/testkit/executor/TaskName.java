package dev.timelapse.testkit.executor;

/** What the recording calls a task: the same in every run, so neither hash codes nor addresses. */
final class TaskName {

  private static final String LAMBDA = "$$Lambda";

  private static final ClassValue<String> NAMES =
      new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
          return of(type.getName());
        }
      };

  private TaskName() {}

  /** Returns the simple name of its class, or of the class in which its lambda stands. */
  static String of(Object task) {
    return NAMES.get(task.getClass());
  }

  private static String of(String type) {
    int lambda = type.indexOf(LAMBDA);
    String named = lambda < 0 ? type : type.substring(0, lambda);
    String simple = named.substring(named.lastIndexOf('.') + 1);
    return lambda < 0 ? simple : "task of " + simple;
  }
}
