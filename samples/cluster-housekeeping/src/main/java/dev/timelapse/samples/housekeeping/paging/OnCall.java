package dev.timelapse.samples.housekeeping.paging;

import dev.timelapse.scheduler.TimeSource;

/** The person on call, as the daemon's jobs see them. For one thread. */
public final class OnCall {

  private final Pager pager;
  private final TimeSource time;
  private final PagingListener listener;

  /** Puts a person at the other end of a pager. */
  public OnCall(Pager pager, TimeSource time, PagingListener listener) {
    this.pager = pager;
    this.time = time;
    this.listener = listener;
  }

  /**
   * Pages about something that has happened, and that has no end.
   *
   * @throws Exception if the pager failed
   */
  public void page(String subject, String text) throws Exception {
    pager.page(subject, text);
    listener.paged(subject, text, time.instant());
  }

  /** Returns an alarm about something that begins and ends. */
  public Alarm alarm(String subject) {
    return new Alarm(this, subject);
  }

  void resolve(String subject, String text) throws Exception {
    pager.resolve(subject, text);
    listener.resolved(subject, text, time.instant());
  }
}
