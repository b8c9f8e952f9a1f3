package dev.timelapse.samples.housekeeping.paging;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pages by writing to the log, for whatever watches it. */
public final class LogPager implements Pager {

  private static final Logger LOG = LoggerFactory.getLogger(LogPager.class);

  @Override
  public void page(String subject, String text) {
    LOG.error("PAGE {}: {}", subject, text);
  }

  @Override
  public void resolve(String subject, String text) {
    LOG.warn("RESOLVED {}: {}", subject, text);
  }
}
