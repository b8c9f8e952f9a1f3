package dev.timelapse.samples.housekeeping.paging;

/**
 * Something that is wrong for a while. However often it is found wrong, somebody is paged once, and
 * told once when it is over. If the pager fails, the next check tries again.
 */
public final class Alarm {

  private final OnCall onCall;
  private final String subject;
  private boolean raised;

  Alarm(OnCall onCall, String subject) {
    this.onCall = onCall;
    this.subject = subject;
  }

  /**
   * Pages, unless that was done since the alarm was last cleared.
   *
   * @throws Exception if the pager failed
   */
  public void raise(String text) throws Exception {
    if (!raised) {
      onCall.page(subject, text);
      raised = true;
    }
  }

  /**
   * Tells that it is over, if it was paged.
   *
   * @throws Exception if the pager failed
   */
  public void clear(String text) throws Exception {
    if (raised) {
      onCall.resolve(subject, text);
      raised = false;
    }
  }
}
