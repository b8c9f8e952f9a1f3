package dev.timelapse.testkit.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountTest {

  private final ManualTime time = new ManualTime();
  private final Recorder recorder = new Recorder(ManualTime.START, time);
  private final Recording recording = recorder.recording();

  @Test
  void account_saysWhatBroke_when_andWhatWasDrawn() {
    recorder.tellTimesIn(ZoneId.of("America/New_York"));
    recorder.chosen("latency", 4, 3);

    String account =
        new Account("FooTest, bar()", recording, 80)
            .broke(new AssertionError("expected: 1\n but was: 2"))
            .at(ManualTime.START.plus(Duration.ofHours(25)), Duration.ofHours(25))
            .fact("choices", "seed 7, 1 choice")
            .text();

    assertThat(account)
        .isEqualTo(
            """
            Timeline of FooTest, bar()
              broke        AssertionError: expected: 1 but was: 2
              at           2026-03-01 20:00:00 America/New_York, 2026-03-02T01:00:00Z
              after        1 d 1 h, on day 2
              choices      seed 7, 1 choice

            day  America/New_York     lane    what     outcome
              1  2026-02-28 19:00:00  choice  latency  3 of 4""");
  }

  @Test
  void failureWithAPageOfItsOwn_isToldUpToThat() {
    String account =
        new Account("t", recording, 80)
            .broke(new AssertionError("\nExpecting one:\n\n  day  what\n  1  2026"))
            .text();

    assertThat(account).contains("  broke        AssertionError: Expecting one:\n");
  }

  @Test
  void libraryThatWritesTheFileIsMissing_costsNothingButTheFile(@TempDir Path directory)
      throws Exception {
    try (URLClassLoader withoutJackson = new WithoutJackson()) {
      Method write =
          withoutJackson
              .loadClass(AccountTest.class.getName())
              .getDeclaredMethod("accountIn", Path.class);
      write.setAccessible(true);

      assertThat(write.invoke(null, directory.resolve("run.jsonl")))
          .asString()
          .contains("1 entries in memory alone: NoClassDefFoundError")
          .contains("still here");
    }
  }

  static String accountIn(Path file) {
    Recorder recorder = new Recorder(ManualTime.START, new ManualTime());
    recorder.noted("note", "still here");
    return new Account("t", recorder.recording(), 100).writtenTo(file).text();
  }

  /** Loads the recording anew, where one of its libraries is not. */
  private static final class WithoutJackson extends URLClassLoader {

    WithoutJackson() {
      super(
          Stream.of(Account.class, AccountTest.class)
              .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
              .toArray(URL[]::new));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("com.fasterxml.")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith(Account.class.getPackageName())) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  @Test
  void longFact_goesOnBelow_andStaysWithinTheWidth() {
    String account =
        new Account("t", recording, 60).broke(new AssertionError("word ".repeat(30))).text();

    assertThat(account.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(61));
    assertThat(account.lines().skip(2).findFirst().orElseThrow())
        .startsWith(" ".repeat(15) + "word");
  }

  @Test
  void fileThatCannotBeWritten_costsNothingButTheFile(@TempDir Path directory) throws IOException {
    Path occupied = Files.createFile(directory.resolve("occupied"));
    recorder.noted("note", "still here");

    String account =
        new Account("t", recording, 100).writtenTo(occupied.resolve("run.jsonl")).text();

    assertThat(account)
        .contains("1 entries in memory alone: UncheckedIOException")
        .contains("still here");
  }
}
