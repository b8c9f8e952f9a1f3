package dev.timelapse.testkit.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What can be seen of a thread from outside. */
final class ThreadLook {

  /** On Linux: leads to what the kernel tells of the thread that follows it. */
  private static final Path SELF = Path.of("/proc/thread-self");

  private static final boolean KERNEL_TELLS = Files.isSymbolicLink(SELF);

  private final Thread thread;
  private final @Nullable Path kernelState;

  private ThreadLook(Thread thread, @Nullable Path kernelState) {
    this.thread = thread;
    this.kernelState = kernelState;
  }

  /** Returns a look at the calling thread, for others. */
  static ThreadLook atMyself() {
    // A virtual one is no thread of the kernel, and the JVM tells at once that it was woken.
    boolean isVirtual = Thread.currentThread().getClass().getName().contains("VirtualThread");
    Path state = null;
    if (KERNEL_TELLS && !isVirtual) {
      try {
        state = Path.of("/proc").resolve(Files.readSymbolicLink(SELF)).resolve("stat");
      } catch (IOException e) {
        state = null; // Then the JVM alone is asked.
      }
    }
    return new ThreadLook(Thread.currentThread(), state);
  }

  /** Answers whether a thread is neither running nor ready to, as the JVM has it. */
  static boolean isBlocked(Thread thread) {
    Thread.State state = thread.getState();
    return state == Thread.State.BLOCKED
        || state == Thread.State.WAITING
        || state == Thread.State.TIMED_WAITING;
  }

  /**
   * Answers whether the thread, which looks blocked, goes on by itself: because it has been woken
   * already, or waits for real I/O.
   */
  boolean goesOn() {
    return isWoken() || doesIo(thread);
  }

  /**
   * Answers whether it runs, or will as soon as there is a processor for it. To the JVM a thread
   * that was woken is blocked until then, which takes a while on a busy machine; the kernel knows.
   */
  boolean isWoken() {
    if (kernelState == null) {
      return false;
    }
    try {
      String words = Files.readString(kernelState);
      // The number, the name in brackets, which may hold anything, and the state.
      return words.startsWith(" R", words.lastIndexOf(')') + 1);
    } catch (IOException e) {
      return false; // It has ended.
    }
  }

  /**
   * Answers whether a thread is in the JDK's own I/O: a channel or, if the thread is virtual, any
   * socket; the end of a process; its HTTP client.
   */
  static boolean doesIo(Thread thread) {
    for (StackTraceElement frame : thread.getStackTrace()) {
      String type = frame.getClassName();
      if (type.startsWith("sun.nio.ch.")
          || type.startsWith("java.lang.Process")
          || type.startsWith("jdk.internal.net.http.")) {
        return true;
      }
      if (!type.startsWith("java.") && !type.startsWith("jdk.") && !type.startsWith("sun.")) {
        return false;
      }
    }
    return false;
  }
}
