/** Virtual time, a mocked outside and a recording of what happened, for JUnit tests. */
module dev.timelapse.testkit {
  requires transitive dev.timelapse.scheduler;
  requires transitive org.junit.jupiter.api;
  requires transitive org.mockito;
  requires static org.apiguardian.api;
  requires static org.jspecify;
}
