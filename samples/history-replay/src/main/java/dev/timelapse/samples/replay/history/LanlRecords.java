package dev.timelapse.samples.replay.history;

import static java.util.Comparator.naturalOrder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of one system, as read. */
public final class LanlRecords {

  private final HistorySource source;
  private final List<Outage> outages;
  private final Intake intake;

  LanlRecords(HistorySource source, List<Outage> outages, Intake intake) {
    this.source = source;
    this.outages = outages;
    this.intake = intake;
  }

  /** Returns what was noticed while the file was read. */
  public Intake intake() {
    return intake;
  }

  /**
   * Brings the records into order.
   *
   * @param from the local day at whose start the period begins, or null for the first start of an
   *     outage
   * @param until the local day at whose start the period ends, or null for the last end of an
   *     outage
   * @throws HistoryException if no outage is in the period
   */
  public History history(@Nullable LocalDate from, @Nullable LocalDate until)
      throws HistoryException {
    List<Outage> sound = outages.stream().filter(o -> o.start().isBefore(o.end())).toList();
    if (sound.isEmpty()) {
      throw new HistoryException(source.name() + " has no outage that ends after it began");
    }
    Instant first =
        from != null ? start(from) : sound.stream().map(Outage::start).min(naturalOrder()).get();
    Instant last =
        until != null ? start(until) : sound.stream().map(Outage::end).max(naturalOrder()).get();
    if (!first.isBefore(last)) {
      throw new HistoryException(
          "the period would begin at %s and end at %s: mend --from or --until"
              .formatted(first, last));
    }
    History history = Normalizer.history(source, outages, new Period(first, last));
    if (history.outages().isEmpty()) {
      throw new HistoryException(
          "%s has no outage from %s to %s: mend --from or --until"
              .formatted(source.name(), first, last));
    }
    return history;
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(source.zone()).toInstant();
  }
}
