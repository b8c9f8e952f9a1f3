package dev.timelapse.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * A handle on a {@link Job} that was added to a scheduler. It stays the same from firing to firing.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ScheduledJob extends Series {

  ScheduledJob(Loop loop, Job job, Clocks clocks) {
    super(loop, job, clocks);
  }

  /**
   * Returns the job.
   *
   * @return the description that was added
   */
  public Job job() {
    return job;
  }

  @Override
  public String name() {
    return job.name();
  }

  /**
   * Returns how the job is doing.
   *
   * @return a copy, as of now
   */
  public JobStatus status() {
    Tally.Reading now = tally.read();
    JobStatus.Outcome outcome =
        now.failure() == null ? JobStatus.Outcome.SUCCEEDED : JobStatus.Outcome.FAILED;
    return new JobStatus(
        name(),
        job.trigger().describe(),
        isHeld(),
        now.isRunning(),
        due(),
        now.runs(),
        now.runs() == 0 ? null : loop.clocks.instantAt(now.startedAt()),
        Duration.ofNanos(now.latenessNanos()),
        now.hasEnded() ? outcome : null,
        Duration.ofNanos(now.durationNanos()),
        now.failure(),
        now.failuresInRow());
  }

  /**
   * Takes the job out of the queue until {@link #resume}, but keeps its place in its series. A run
   * that has begun goes on to its end, and its retry waits as well. A paused job is not pending and
   * does not keep {@link Scheduler#runUntilIdle} from returning; it can be cancelled, and {@link
   * #runNow} runs it.
   *
   * @return true if this call paused it; false if it was paused already, has ended, or was
   *     cancelled
   */
  public boolean pause() {
    return setPaused(true);
  }

  /**
   * Puts a paused job back into the queue, with the due time that it has in its series. What came
   * due meanwhile is late, as after a stall: it is due at once, its {@link Misfire} decides about
   * more than one, and its lateness counts from its due time. So it is with a retry that waited.
   *
   * @return true if this call resumed it; false if it was not paused, has ended, or was cancelled
   */
  public boolean resume() {
    return setPaused(false);
  }

  /**
   * Asks for one run now, beside the series, whose due times stay as they are. It takes its place
   * in the order of events as any that is due now, with the job's priority; asked for while the job
   * runs, it comes after that run. It is not retried and has nothing to do with a retry that waits.
   * A paused job runs, too, and stays paused.
   *
   * @return true if this call asked for it; false if one that was asked for has not started yet, or
   *     if the job has ended or was cancelled
   * @throws IllegalStateException if the scheduler is closed
   */
  public boolean runNow() {
    loop.requireOpen(name());
    boolean asks = askForExtra();
    if (asks) {
      long now = loop.clocks.elapsed();
      loop.rearrange(this, () -> queueExtra(now));
    }
    return asks;
  }

  /**
   * Returns the job's regular firings between two instants, as things stand: if it is neither
   * paused nor cancelled, the wall clock not stepped, and, for a {@link FixedDelay}, its task takes
   * no time. What is overdue counts with its due time; jitter, retries and runs asked for by hand
   * are left out. A paused job has none.
   *
   * @param from the first instant
   * @param until the instant before which it ends
   * @return the firings in order, computed as the stream is read; finite if {@code until} is
   */
  public Stream<PlannedFiring> preview(Instant from, Instant until) {
    return loop.preview(List.of(this), from, until);
  }

  private boolean setPaused(boolean value) {
    boolean changes = markPaused(value);
    if (changes) {
      loop.rearrange(this, () -> {});
    }
    return changes;
  }
}
