package dev.timelapse.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Notes down what ran and when, for a test to read. */
final class Diary implements SchedulerListener {

  final List<String> entries = new ArrayList<>();

  /** Wall-clock readings at the starts of tasks. */
  final List<Instant> starts = new ArrayList<>();

  private final TimeSource time;

  Diary(TimeSource time) {
    this.time = time;
  }

  Task note(String entry) {
    return () -> entries.add(entry);
  }

  Task start() {
    return () -> starts.add(time.instant());
  }

  List<String> take() {
    List<String> taken = List.copyOf(entries);
    entries.clear();
    return taken;
  }

  @Override
  public void started(Firing firing) {
    entries.add("started " + firing.name() + attempt(firing));
  }

  @Override
  public void succeeded(Firing firing) {
    entries.add("succeeded " + firing.name() + attempt(firing));
  }

  @Override
  public void failed(Firing firing, Throwable cause) {
    entries.add("failed " + firing.name() + attempt(firing) + ": " + cause.getMessage());
  }

  @Override
  public void retrying(Firing firing, Duration delay) {
    entries.add("retrying " + firing.name() + " in " + delay);
  }

  @Override
  public void gaveUp(Firing firing, Throwable cause) {
    entries.add("gave up " + firing.name() + attempt(firing) + ": " + cause.getMessage());
  }

  @Override
  public void missed(Firing firing) {
    entries.add("missed " + firing.missed() + " of " + firing.name());
  }

  @Override
  public void clockStepped(Duration by) {
    entries.add("stepped " + by);
  }

  private static String attempt(Firing firing) {
    return firing.attempt() == 1 ? "" : " attempt " + firing.attempt();
  }
}
