package dev.timelapse.testkit.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes the threads of strands, all daemons. Virtual ones where the JVM has them and a {@code
 * synchronized} block that waits does not hold up their carrier, which is from Java 24 on. On 21 to
 * 23 the first thousand are platform threads, for that reason; before, all are, and their number is
 * bounded.
 */
final class Threads {

  /**
   * Names which threads strands have, unless told otherwise: {@code virtual} or {@code platform}.
   */
  static final String PROPERTY = "timelapse.threads";

  /** How many platform threads there may be: that many have been seen to work in 1 GB. */
  static final int MOST_PLATFORM = 12_000;

  private static final int SYNCHRONIZED_UNMOUNTS = 24;
  private static final int MOST_PLATFORM_BEFORE_VIRTUAL = 1_000;

  /** From here on stacks are small: so many strands are not deep in recursion. */
  private static final int LARGE_STACKS = 200;

  private static final long SMALL_STACK_BYTES = 256 * 1024;

  private static final @Nullable MethodHandle VIRTUAL = findVirtual();

  private final int mostPlatform;
  private final boolean thenVirtual;
  private final @Nullable ClassLoader loader = Thread.currentThread().getContextClassLoader();

  private Threads(int mostPlatform, boolean thenVirtual) {
    this.mostPlatform = mostPlatform;
    this.thenVirtual = thenVirtual;
  }

  /** Returns what fits this JVM, or what the property says. */
  static Threads best() {
    String choice = System.getProperty(PROPERTY, "");
    if (VIRTUAL == null || choice.equals("platform")) {
      return platform(MOST_PLATFORM);
    }
    boolean safe = Runtime.version().feature() >= SYNCHRONIZED_UNMOUNTS;
    return new Threads(safe || choice.equals("virtual") ? 0 : MOST_PLATFORM_BEFORE_VIRTUAL, true);
  }

  static Threads platform(int most) {
    return new Threads(most, false);
  }

  /** Answers whether all threads that {@link #best} makes are virtual. */
  static boolean startsWithVirtual() {
    return best().mostPlatform == 0;
  }

  /**
   * Makes the thread of a strand, not started.
   *
   * @param number how many there are with it
   * @throws IllegalStateException if that is too many
   */
  Thread make(Strand strand, int number) {
    String name = "timelapse-strand-" + number;
    if (number > mostPlatform && !thenVirtual) {
      throw tooMany(mostPlatform, null);
    }
    Thread thread =
        number <= mostPlatform
            ? new PlatformThread(strand, name, number <= LARGE_STACKS ? 0 : SMALL_STACK_BYTES)
            : virtual(strand, name);
    thread.setContextClassLoader(loader);
    return thread;
  }

  static IllegalStateException tooMany(int count, @Nullable Throwable cause) {
    return new IllegalStateException(
        "more than "
            + count
            + " strands of a timeline wait at once, each with a thread of its own: let fewer tasks wait, turn some into"
            + " callbacks, or run the test on Java 21 or later, where they have virtual threads",
        cause);
  }

  private static Thread virtual(Strand strand, String name) {
    try {
      return (Thread) Objects.requireNonNull(VIRTUAL).invokeExact(name, (Runnable) strand);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("no virtual thread could be made", e);
    }
  }

  /** Looks for {@code (name, task) -> Thread.ofVirtual().name(name).unstarted(task)}. */
  private static @Nullable MethodHandle findVirtual() {
    if (Runtime.version().feature() < 21) {
      return null;
    }
    try {
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      Class<?> builder = Class.forName("java.lang.Thread$Builder");
      Class<?> virtualBuilder = Class.forName("java.lang.Thread$Builder$OfVirtual");
      MethodHandle make =
          lookup.findStatic(Thread.class, "ofVirtual", MethodType.methodType(virtualBuilder));
      MethodHandle name =
          lookup.findVirtual(
              virtualBuilder, "name", MethodType.methodType(virtualBuilder, String.class));
      MethodHandle unstarted =
          lookup.findVirtual(
              builder, "unstarted", MethodType.methodType(Thread.class, Runnable.class));
      MethodHandle named = MethodHandles.collectArguments(name, 0, make);
      return MethodHandles.collectArguments(
          unstarted.asType(MethodType.methodType(Thread.class, virtualBuilder, Runnable.class)),
          0,
          named);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  /** Notices interrupts when they happen, so that their place on the timeline is exact. */
  static final class PlatformThread extends Thread {

    final Strand strand;

    PlatformThread(Strand strand, String name, long stackBytes) {
      super(null, strand, name, stackBytes, false);
      this.strand = strand;
      setDaemon(true);
    }

    @Override
    public void interrupt() {
      super.interrupt();
      strand.engine.interrupts().happened(strand);
    }
  }
}
