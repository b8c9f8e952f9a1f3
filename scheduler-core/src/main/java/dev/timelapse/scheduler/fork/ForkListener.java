package dev.timelapse.scheduler.fork;

import org.apiguardian.api.API;

/**
 * Hears of a process that was started by {@link ProcessLauncher#start}. Called by launchers;
 * implemented by {@link ForkedTask#start}, which turns what it hears into events of a scheduler.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface ForkListener {

  /**
   * Hears a line of output.
   *
   * @param text the line, without its end
   */
  void line(String text);

  /**
   * Hears that the process has ended, or that it could not be started. Called once, as the last.
   *
   * @param result what became of it
   */
  void ended(ForkResult result);
}
