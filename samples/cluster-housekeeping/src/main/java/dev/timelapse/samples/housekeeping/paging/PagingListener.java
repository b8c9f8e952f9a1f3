package dev.timelapse.samples.housekeeping.paging;

import java.time.Instant;

/** Is told of pages that went out. Called on the daemon's one thread. */
public interface PagingListener {

  /** Somebody was paged. */
  default void paged(String subject, String text, Instant at) {}

  /** Somebody was told that the reason of a page is gone. */
  default void resolved(String subject, String text, Instant at) {}
}
