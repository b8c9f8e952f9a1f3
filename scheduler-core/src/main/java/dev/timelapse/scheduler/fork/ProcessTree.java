package dev.timelapse.scheduler.fork;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process and all that came from it. Descendants can only be found while their parents live, so
 * they are listed before anything is ended, and again as long as any is left.
 *
 * <p>Handles are used throughout: {@link Process#destroy} closes the streams too, and with them the
 * last words are lost.
 */
final class ProcessTree {

  private static final Logger LOG = LoggerFactory.getLogger(ProcessTree.class);

  /** How often the tree is listed again. */
  private static final Duration LISTING = Duration.ofMillis(50);

  /** How long killed processes may take to be gone: one in an uninterruptible call may stay. */
  private static final Duration KILLING = Duration.ofSeconds(2);

  /** All that were found, ancestors first. */
  private final Set<ProcessHandle> members = new LinkedHashSet<>();

  private boolean interrupted;

  ProcessTree(ProcessHandle root) {
    members.add(root);
  }

  /**
   * Ends all of them: asks them to, and makes those that are left after a grace. An interrupt cuts
   * the grace short and is set again at the end.
   */
  void end(Duration grace) {
    List<ProcessHandle> living = list();
    if (!grace.isZero()) {
      living.forEach(ProcessHandle::destroy);
      Deadline asked = Deadline.after(grace);
      while (!living.isEmpty() && !asked.isPast() && !interrupted) {
        waitFor(living.get(0), asked);
        living = list();
      }
    }
    Deadline killing = Deadline.after(KILLING);
    while (!living.isEmpty() && !killing.isPast()) {
      living.forEach(ProcessHandle::destroyForcibly);
      waitFor(living.get(0), killing);
      living = list();
    }
    if (!living.isEmpty()) {
      LOG.warn("killed, but not gone: {}", living);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Finds new members, and answers those that live. */
  private List<ProcessHandle> list() {
    for (ProcessHandle known : living()) {
      try (Stream<ProcessHandle> found = known.descendants()) {
        found.forEach(members::add);
      }
    }
    return living();
  }

  /** The dead are not asked for descendants: a stranger may have their number by now. */
  private List<ProcessHandle> living() {
    return members.stream().filter(ProcessTree::isLiving).toList();
  }

  /**
   * A zombie is dead, though its number is taken: in a container without an init, that of an orphan
   * is so for ever.
   */
  private static boolean isLiving(ProcessHandle process) {
    return process.isAlive() && !isZombie(process);
  }

  /** Reads the state on Linux, where it follows the program's name in parentheses. */
  private static boolean isZombie(ProcessHandle process) {
    try {
      String status = Files.readString(Path.of("/proc/" + process.pid() + "/stat"), ISO_8859_1);
      return status.startsWith(") Z", status.lastIndexOf(')'));
    } catch (IOException e) {
      return false;
    }
  }

  private void waitFor(ProcessHandle process, Deadline deadline) {
    try {
      process.onExit().get(deadline.leftAtMost(LISTING), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      // Is what a new listing is for.
    } catch (ExecutionException e) {
      throw new IllegalStateException("the end of a process cannot fail", e);
    } catch (InterruptedException e) {
      interrupted = true;
    }
  }
}
