package dev.timelapse.scheduler.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timelapse.scheduler.fork.ForkOutcome.Exited;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class JavaProgramTest {

  @Test
  void program_isRun_hasItsArgumentsOptionsAndHeap() throws Exception {
    List<String> lines = new ArrayList<>();

    ForkedTask.java(
            JavaProgram.main(Echo.class)
                .maxHeapMegabytes(20)
                .jvmOptions("-Dgreeting=hello you")
                .arguments("a b", ""))
        .output(lines::add)
        .run();

    assertThat(lines).containsExactly("[a b, ]", "hello you", "-Xmx20m");
  }

  @Test
  void program_outgrowsItsHeap_endsWithStatus3() throws Exception {
    ForkResult result =
        ForkedTask.java(JavaProgram.main(HeapHog.class).maxHeapMegabytes(16))
            .output(line -> {})
            .await();

    assertThat(result.outcome()).isEqualTo(new Exited(3));
    assertThat(result.output().tail()).contains("OutOfMemoryError");
  }

  @Test
  void program_isDescribed_isACommandOfThisJvmsJava() {
    assertThat(
            ForkedTask.java(
                    JavaProgram.main("com.example.Outer$Main")
                        .classPath(Path.of("a.jar"), Path.of("b"))
                        .maxHeapMegabytes(7)
                        .arguments("x", "y"))
                .command())
        .containsExactly(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+ExitOnOutOfMemoryError",
            "-Xmx7m",
            "-cp",
            "a.jar" + File.pathSeparator + "b",
            "com.example.Outer$Main",
            "x",
            "y");
  }

  @Test
  void program_hasNoName_isNamedAfterItsClass() {
    assertThat(ForkedTask.java(JavaProgram.main("com.example.Outer$Main"))).hasToString("Main");
    assertThat(ForkedTask.java(JavaProgram.main("Plain"))).hasToString("Plain");
  }

  @Test
  void program_makesNoSense_isRefused() {
    JavaProgram program = JavaProgram.main(Echo.class);

    assertThatThrownBy(() -> JavaProgram.main(" ")).hasMessageContaining("must not be blank");
    assertThatThrownBy(() -> program.maxHeapMegabytes(0))
        .hasMessage("a heap must have at least 1 megabyte, but was to have 0");
    assertThatThrownBy(() -> ForkedTask.java(program.classPath()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("give one with classPath(…)");
  }
}
