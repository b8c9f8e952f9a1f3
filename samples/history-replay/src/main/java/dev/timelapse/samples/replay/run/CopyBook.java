package dev.timelapse.samples.replay.run;

import dev.timelapse.samples.replay.report.Summary;

/** Keeps the book of the copies off site. */
final class CopyBook {

  private int made;
  private int failed;
  private int retried;
  private int givenUp;
  private int verifiedLater;
  private int deleted;

  void made(int attempt) {
    made++;
    attempted(attempt);
  }

  void failed(int attempt) {
    failed++;
    attempted(attempt);
  }

  void gaveUp(int copies) {
    givenUp += copies;
  }

  void verified() {
    verifiedLater++;
  }

  void deleted() {
    deleted++;
  }

  Summary.Copies summary(int sites, int siteOutages) {
    return new Summary.Copies(
        sites, siteOutages, made, failed, retried, givenUp, verifiedLater, deleted);
  }

  private void attempted(int attempt) {
    if (attempt > 1) {
      retried++;
    }
  }
}
