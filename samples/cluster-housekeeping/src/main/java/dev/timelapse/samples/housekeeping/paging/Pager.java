package dev.timelapse.samples.housekeeping.paging;

/** Reaches the person on call. */
public interface Pager {

  /**
   * Tells that something is wrong.
   *
   * @param subject what it is about; the same for the page and its resolution
   * @param text one sentence for a person
   * @throws Exception if nobody could be told; it is tried again when the condition is next checked
   */
  void page(String subject, String text) throws Exception;

  /**
   * Tells that what was paged about is over.
   *
   * @param subject that of the page
   * @param text one sentence for a person
   * @throws Exception if nobody could be told; it is tried again when the condition is next checked
   */
  void resolve(String subject, String text) throws Exception;
}
