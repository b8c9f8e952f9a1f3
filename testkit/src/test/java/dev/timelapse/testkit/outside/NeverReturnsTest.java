package dev.timelapse.testkit.outside;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.Leftover;
import dev.timelapse.testkit.Timeline;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NeverReturnsTest {

  interface Line {

    void call();

    void ask() throws IOException;

    void read() throws InterruptedException;
  }

  private final Timeline time =
      Timeline.startingAt(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
  private final Scheduler scheduler = Scheduler.using(time.timeSource()).build();
  private final Line line = time.outside(Line.class);
  private final List<String> heard = new ArrayList<>();

  @AfterEach
  void end() {
    time.close();
  }

  @Test
  void hangingCall_holdsUpItsSchedulerForGood() {
    time.outside(line).neverReturns();
    scheduler.after(ofMinutes(1), line::call);
    scheduler.after(ofMinutes(2), () -> heard.add("second job"));
    time.after(ofDays(1), () -> heard.add("script"));

    time.advanceBy(ofDays(365));
    time.allow(Leftover.WAITING_TASKS, Leftover.PENDING_ONE_SHOTS);

    assertThat(heard).containsExactly("script");
    assertThat(time.recording().callsTo("line").get(0).outcome()).isEqualTo("under way");
  }

  @Test
  void interrupt_endsIt_asTheMethodDeclares() {
    time.outside(line).neverReturns();
    List<Thread> threads = new ArrayList<>();
    scheduler.after(ofMinutes(1), () -> hear(threads, line::read));
    scheduler.after(ofMinutes(3), () -> hear(threads, line::ask));
    scheduler.after(ofMinutes(5), () -> hear(threads, line::call));
    time.after(ofMinutes(2), () -> threads.get(0).interrupt());
    time.after(ofMinutes(4), () -> threads.get(1).interrupt());
    time.after(ofMinutes(6), () -> threads.get(2).interrupt());

    time.advanceBy(ofMinutes(10));

    assertThat(heard)
        .containsExactly(
            "InterruptedException after PT2M",
            InterruptedIOException.class.getSimpleName() + " after PT4M, interrupted",
            "IllegalStateException after PT6M, interrupted");
  }

  @Test
  void interrupt_endsACallThatTakesTime_too() {
    time.outside(line).takes(ofDays(1));
    List<Thread> threads = new ArrayList<>();
    scheduler.after(ofMinutes(1), () -> hear(threads, line::read));
    time.after(ofMinutes(2), () -> threads.get(0).interrupt());

    time.advanceBy(ofDays(2));

    assertThat(heard).containsExactly("InterruptedException after PT2M");
  }

  private void hear(List<Thread> threads, CallOnLine call) {
    threads.add(Thread.currentThread());
    try {
      call.make();
    } catch (Exception e) {
      heard.add(
          e.getClass().getSimpleName()
              + " after "
              + time.elapsed()
              + (Thread.currentThread().isInterrupted() ? ", interrupted" : ""));
    }
  }

  private interface CallOnLine {
    void make() throws Exception;
  }
}
