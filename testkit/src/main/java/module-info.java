/** Virtual time, a mocked outside and a recording of what happened, for JUnit tests. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module dev.timelapse.testkit {
  exports dev.timelapse.testkit;
  exports dev.timelapse.testkit.archunit;
  exports dev.timelapse.testkit.assertj;
  exports dev.timelapse.testkit.check;
  exports dev.timelapse.testkit.choice;
  exports dev.timelapse.testkit.history;
  exports dev.timelapse.testkit.outside;
  exports dev.timelapse.testkit.recording;

  requires com.fasterxml.jackson.core;
  requires java.management;
  requires org.slf4j;
  requires static ch.qos.logback.classic;
  requires static ch.qos.logback.core;
  requires static java.logging;
  requires static transitive org.assertj.core;
  requires transitive dev.timelapse.scheduler;
  requires transitive org.junit.jupiter.api;
  requires transitive org.mockito;
  requires static transitive com.tngtech.archunit;
  requires static transitive org.apiguardian.api;
  requires static transitive org.jspecify;
}
