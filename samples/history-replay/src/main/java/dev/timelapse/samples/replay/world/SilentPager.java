package dev.timelapse.samples.replay.world;

import dev.timelapse.samples.housekeeping.paging.Pager;

/** A pager that always gets through, and wakes nobody. */
public final class SilentPager implements Pager {

  @Override
  public void page(String subject, String text) {}

  @Override
  public void resolve(String subject, String text) {}
}
