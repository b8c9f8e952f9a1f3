package dev.timelapse.scheduler.fork;

import static dev.timelapse.scheduler.fork.Scripts.sh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.timelapse.scheduler.fork.ForkOutcome.Exited;
import dev.timelapse.scheduler.fork.ForkOutcome.Killed;
import dev.timelapse.scheduler.fork.ForkOutcome.NotStarted;
import dev.timelapse.scheduler.fork.ForkOutcome.TimedOut;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
class ForkedTaskTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 128, 193, 255})
  void process_exits_givesItsStatus(int status) throws Exception {
    assertThat(sh("exit " + status).await().outcome()).isEqualTo(new Exited(status));
  }

  @Test
  void task_ofAProcessThatExitsWithZero_succeeds() throws Exception {
    List<String> lines = new ArrayList<>();

    sh("echo done").output(lines::add).run();

    assertThat(lines).containsExactly("done");
  }

  @Test
  void task_ofAProcessThatExitsOtherwise_failsWithItsLastWords() {
    assertThatExceptionOfType(ForkFailedException.class)
        .isThrownBy(sh("echo no space left >&2; exit 3").named("capacity report")::run)
        .withMessage("capacity report exited with 3; its last words: no space left")
        .satisfies(e -> assertThat(e.result().outcome()).isEqualTo(new Exited(3)));
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 11, 15})
  void process_diesOfASignal_givesItsNumber(int signal) throws Exception {
    assertThat(sh("kill -" + signal + " $$").await().outcome()).isEqualTo(new Killed(signal));
  }

  @Test
  void process_overrunsItsTimeLimit_isEnded() throws Exception {
    Duration limit = Duration.ofMillis(200);

    ForkResult result = sh("exec sleep 600").timeLimit(limit).await();

    assertThat(result.outcome()).isEqualTo(new TimedOut(limit));
  }

  @Test
  void program_isNotFound_isNotStarted() throws Exception {
    ForkedTask task = ForkedTask.command("/no/such/program");

    assertThat(task.await().outcome()).isInstanceOf(NotStarted.class);
    assertThatExceptionOfType(ForkFailedException.class)
        .isThrownBy(task::run)
        .withMessageStartingWith("program could not be started: Cannot run program")
        .withCauseInstanceOf(IOException.class);
  }

  @Test
  void directory_doesNotExist_isNotStarted(@TempDir Path directory) throws Exception {
    assertThat(sh("exit 0").directory(directory.resolve("none")).await().outcome())
        .isInstanceOf(NotStarted.class);
  }

  @Test
  void process_asksWhereItIs_isInItsDirectory(@TempDir Path directory) throws Exception {
    List<String> lines = new ArrayList<>();

    sh("pwd -P").directory(directory).output(lines::add).run();

    assertThat(lines).containsExactly(directory.toRealPath().toString());
  }

  @Test
  void environment_isChanged_isInheritedButForThat() throws Exception {
    List<String> inherited = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    ForkedTask task = ForkedTask.command("env");

    task.output(inherited::add).run();
    task.environment("TIMELAPSE_A", "1")
        .environment("TIMELAPSE_B", "2")
        .withoutEnvironment("TIMELAPSE_B")
        .withoutEnvironment("PATH")
        .output(changed::add)
        .run();

    List<String> expected = new ArrayList<>(inherited);
    expected.removeIf(line -> line.startsWith("PATH="));
    expected.add("TIMELAPSE_A=1");
    assertThat(inherited).anyMatch(line -> line.startsWith("PATH="));
    assertThat(changed).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void process_readsItsInput_findsItEmpty() throws Exception {
    List<String> lines = new ArrayList<>();

    sh("cat", "echo end").output(lines::add).run();

    assertThat(lines).containsExactly("end");
  }

  @Test
  void task_isChanged_remainsAsItWas() {
    ForkedTask task = ForkedTask.command("true");

    ForkedTask changed =
        task.named("other")
            .timeLimit(Duration.ofSeconds(1))
            .grace(Duration.ofSeconds(2))
            .outputLimit(3)
            .directory(Path.of("somewhere"))
            .environment("A", "1");

    assertThat(task).hasToString("true");
    assertThat(task.limits()).isEqualTo(ForkLimits.DEFAULT);
    assertThat(task.surroundings()).isEqualTo(ForkSurroundings.INHERITED);
    assertThat(changed).hasToString("other");
    assertThat(changed.limits())
        .isEqualTo(new ForkLimits(Duration.ofSeconds(1), Duration.ofSeconds(2), 3));
    assertThat(changed.surroundings().directory()).isEqualTo(Path.of("somewhere"));
    assertThat(changed.surroundings().added()).containsExactly(entry("A", "1"));
  }

  @Test
  void description_makesNoSense_isRefused() {
    ForkedTask task = ForkedTask.command("true");

    assertThatThrownBy(() -> ForkedTask.command(" ", "x"))
        .hasMessage("the program of a command must not be blank");
    assertThatThrownBy(() -> task.timeLimit(Duration.ZERO))
        .hasMessage("a process's time limit must be positive, but is PT0S");
    assertThatThrownBy(() -> task.grace(Duration.ofSeconds(-1)))
        .hasMessage("a grace must not be negative, but is PT-1S");
    assertThatThrownBy(() -> task.outputLimit(-1))
        .hasMessage("a limit on output must not be negative, but is -1 bytes");
    assertThatThrownBy(() -> task.environment("A=B", "1"))
        .hasMessageContaining("must not be empty and has no \"=\": \"A=B\"");
    assertThatThrownBy(() -> task.withoutEnvironment("")).hasMessageContaining("must not be empty");
  }
}
