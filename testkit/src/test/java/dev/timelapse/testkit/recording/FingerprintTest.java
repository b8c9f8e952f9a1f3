package dev.timelapse.testkit.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  @Test
  void knownRun_hasTheFingerprintThatAnotherImplementationComputes() {
    ManualTime time = new ManualTime();
    Recorder recorder = new Recorder(ManualTime.START, time);
    assertThat(recorder.recording().fingerprint()).isEqualTo(0xef46db3751d8e999L);

    long firing = recorder.firingStarted("scheduler", "copy backups off site", 1, 0);
    long call = recorder.callStarted("offsite", "put(\"a\")");
    time.passes(Duration.ofSeconds(40));
    recorder.callFailed(call, new IOException("refused"));
    recorder.firingEnded(firing, null);
    recorder.clockStepped(Duration.ofHours(-1));
    time.isStepped(Duration.ofHours(-1));
    recorder.chosen("latency", 8, 3);

    // Computed from the definition by a program in another language.
    assertThat(recorder.recording().fingerprint()).isEqualTo(0xd4d581f87ecc354eL);
  }

  @Test
  void whateverDiffersBetweenTwoRuns_changesTheFingerprint() {
    List<Consumer<Recorder>> runs =
        List.of(
            to -> {},
            to -> to.firingStarted("scheduler", "job", 1, 0),
            to -> to.firingStarted("scheduler", "jobs", 1, 0),
            to -> to.firingStarted("Scheduler", "job", 1, 0),
            to -> to.firingStarted("scheduler", "job", 2, 0),
            to -> to.firingStarted("scheduler", "job", 1, 1),
            to -> to.firingEnded(to.firingStarted("scheduler", "job", 1, 0), null),
            to -> to.firingEnded(to.firingStarted("scheduler", "job", 1, 0), new Error()),
            to -> to.firingEnded(to.firingStarted("scheduler", "job", 1, 0), new Error("a")),
            // Names whose String.hashCode is the same.
            to -> to.noted("note", "AaBB"),
            to -> to.noted("note", "BBAa"),
            to -> to.noted("noteA", "aBB"),
            to -> to.callStarted("scheduler", "job"),
            to -> to.callAnswered(to.callStarted("scheduler", "job"), null),
            to -> to.callAnswered(to.callStarted("scheduler", "job"), "Error"),
            to -> to.callFailed(to.callStarted("scheduler", "job"), new Error()),
            to -> to.chosen("a", 2, 0),
            to -> to.chosen("a", 2, 1),
            to -> to.chosen("a", 3, 1),
            to -> to.crashed("a"),
            to -> to.restarted("a"),
            to -> to.checked("a", "b"),
            to -> to.actionStarted("a"),
            to -> to.clockStepped(Duration.ofNanos(1)),
            to -> to.clockStepped(Duration.ofNanos(-1)),
            to -> to.clockDrifts(Duration.ofNanos(1), Duration.ofNanos(7)),
            to -> to.clockDrifts(Duration.ofNanos(1), Duration.ofNanos(8)),
            to -> to.clockDrifts(Duration.ofNanos(-1), Duration.ofNanos(8)));
    Set<Long> fingerprints = new HashSet<>();

    for (Consumer<Recorder> run : runs) {
      Recorder recorder = new Recorder(ManualTime.START, new ManualTime());
      run.accept(recorder);
      fingerprints.add(recorder.recording().fingerprint());
    }

    assertThat(fingerprints).hasSize(runs.size());
  }

  @Test
  void orderAndTimesOfEvents_count() {
    assertThat(after(to -> to.noted("note", "a"), to -> to.noted("note", "b")))
        .isNotEqualTo(after(to -> to.noted("note", "b"), to -> to.noted("note", "a")));

    ManualTime time = new ManualTime();
    Recorder later = new Recorder(ManualTime.START, time);
    time.passes(Duration.ofNanos(1));
    later.noted("note", "a");
    assertThat(later.recording().fingerprint()).isNotEqualTo(after(to -> to.noted("note", "a")));
  }

  @Test
  void whatIsKept_doesNotCount() {
    assertThat(after(to -> to.recording().keepLast(0), FingerprintTest::muchHappens))
        .isEqualTo(after(FingerprintTest::muchHappens))
        .isEqualTo(after(to -> to.recording().keepLast(7), FingerprintTest::muchHappens));
  }

  @Test
  void logLines_doNotCount() {
    assertThat(
            after(
                to -> to.logged(Level.INFO, "a.B", "took 17 ms of real time", null),
                FingerprintTest::muchHappens))
        .isEqualTo(after(FingerprintTest::muchHappens));
  }

  private static void muchHappens(Recorder to) {
    for (int i = 0; i < 1000; i++) {
      to.firingEnded(to.firingStarted("scheduler", "job " + i % 90, 1, i), null);
    }
  }

  @SafeVarargs
  private static long after(Consumer<Recorder>... steps) {
    Recorder recorder = new Recorder(ManualTime.START, new ManualTime());
    for (Consumer<Recorder> step : steps) {
      step.accept(recorder);
    }
    return recorder.recording().fingerprint();
  }
}
