/** Virtual time, a mocked outside and a recording of what happened, for JUnit tests. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module dev.timelapse.testkit {
  exports dev.timelapse.testkit;
  exports dev.timelapse.testkit.archunit;
  exports dev.timelapse.testkit.choice;
  exports dev.timelapse.testkit.recording;

  requires transitive dev.timelapse.scheduler;
  requires transitive org.junit.jupiter.api;
  requires transitive org.mockito;
  requires static transitive com.tngtech.archunit;
  requires static transitive org.apiguardian.api;
  requires static transitive org.jspecify;
}
