package dev.timelapse.scheduler.fork;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * A Java main class, to be run by a JVM of its own: that of the running JVM's {@code java.home}, on
 * its class path unless another is given. Immutable: each method returns a changed copy.
 *
 * <p>A program that runs out of heap ends at once, with status 3.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class JavaProgram {

  private final String mainClass;
  private final List<String> options;
  private final String classPath;
  private final List<String> arguments;

  private JavaProgram(
      String mainClass, List<String> options, String classPath, List<String> arguments) {
    this.mainClass = mainClass;
    this.options = List.copyOf(options);
    this.classPath = classPath;
    this.arguments = List.copyOf(arguments);
  }

  /**
   * Starts the description of a program.
   *
   * @param mainClass the class with the {@code main} method
   * @return the program, without arguments
   */
  public static JavaProgram main(Class<?> mainClass) {
    return main(mainClass.getName());
  }

  /**
   * Starts the description of a program whose class this JVM need not have.
   *
   * @param mainClass the binary name of the class with the {@code main} method
   * @return the program, without arguments
   * @throws IllegalArgumentException if the name is blank
   */
  public static JavaProgram main(String mainClass) {
    if (mainClass.isBlank()) {
      throw new IllegalArgumentException("the name of a main class must not be blank");
    }
    return new JavaProgram(
        mainClass,
        List.of("-XX:+ExitOnOutOfMemoryError"),
        System.getProperty("java.class.path", ""),
        List.of());
  }

  /**
   * Caps the heap ({@code -Xmx}). Without this the JVM takes its default, mostly a quarter of the
   * machine's memory.
   *
   * @param megabytes the cap, in units of 2<sup>20</sup> bytes
   * @return a changed copy
   * @throws IllegalArgumentException if {@code megabytes} is less than 1
   */
  public JavaProgram maxHeapMegabytes(int megabytes) {
    if (megabytes < 1) {
      throw new IllegalArgumentException(
          "a heap must have at least 1 megabyte, but was to have " + megabytes);
    }
    return jvmOptions("-Xmx" + megabytes + "m");
  }

  /**
   * Adds options of the JVM. Of two that contradict each other, the later one counts.
   *
   * @param more options, such as {@code -Dname=value}
   * @return a changed copy
   */
  public JavaProgram jvmOptions(String... more) {
    return new JavaProgram(
        mainClass,
        Stream.concat(options.stream(), Arrays.stream(more)).toList(),
        classPath,
        arguments);
  }

  /**
   * Replaces the class path.
   *
   * @param entries directories and JAR files; relative ones are meant from the working directory of
   *     the new process
   * @return a changed copy
   */
  public JavaProgram classPath(Path... entries) {
    return new JavaProgram(
        mainClass,
        options,
        Arrays.stream(entries).map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
        arguments);
  }

  /**
   * Replaces the arguments.
   *
   * @param words the arguments of the {@code main} method
   * @return a changed copy
   */
  public JavaProgram arguments(String... words) {
    return new JavaProgram(mainClass, options, classPath, List.of(words));
  }

  /** Returns the simple name of the main class. */
  String name() {
    return mainClass.substring(
        Math.max(mainClass.lastIndexOf('.'), mainClass.lastIndexOf('$')) + 1);
  }

  List<String> command() {
    if (classPath.isEmpty()) {
      throw new IllegalStateException(
          "no class path for "
              + mainClass
              + ": this JVM has none that could be inherited; give one with classPath(…)");
    }
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(options);
    words.add("-cp");
    words.add(classPath);
    words.add(mainClass);
    words.addAll(arguments);
    return words;
  }

  @Override
  public String toString() {
    return name();
  }
}
