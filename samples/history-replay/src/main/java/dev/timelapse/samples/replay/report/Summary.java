package dev.timelapse.samples.replay.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.timelapse.samples.replay.history.Intake;
import dev.timelapse.samples.replay.history.Tally;
import dev.timelapse.samples.replay.world.Downtime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a replay found; a function of the history and the options.
 *
 * @param setting what was replayed, and how
 * @param file what was noticed while the file was read; null if there was none
 * @param outages what became of the recorded outages
 * @param detection which outages the daemon noticed
 * @param spares how the pool of spares fared
 * @param services how long services were down
 * @param copies what became of the copies off site
 * @param pages who was paged how often, by subject
 * @param run how much was simulated
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Summary(
    Setting setting,
    @Nullable Intake file,
    Tally outages,
    Detection detection,
    Spares spares,
    Services services,
    Copies copies,
    SortedMap<String, Integer> pages,
    Run run) {

  /**
   * What was replayed, and how.
   *
   * @param source the name of the history
   * @param spares how many nodes were added as spares; they have no recorded outages
   * @param missedAnswers how many missing answers in a row mark a node down
   * @param seed what the outages of the sites, and all other chance, come from
   */
  public record Setting(
      String source,
      ZoneId zone,
      Instant from,
      Instant until,
      int nodes,
      int spares,
      Duration probePeriod,
      int missedAnswers,
      long seed) {}

  /**
   * Which outages the daemon noticed. Each is counted once.
   *
   * @param outages all that were replayed
   * @param detected the node was marked down during the outage
   * @param tooShort the outage, or the replay, ended before enough answers were missing
   * @param unseparated the node was still marked down from the one before, as it answered no probe
   *     in between
   * @param delayMedian from the start of a detected outage to the mark: half took no longer
   * @param delay99 99 in a hundred took no longer
   * @param delayMost the longest
   */
  public record Detection(
      int outages,
      int detected,
      int tooShort,
      int unseparated,
      Duration delayMedian,
      Duration delay99,
      Duration delayMost) {}

  /**
   * How the pool of spares fared.
   *
   * @param replacements how often a spare took the place of a node
   * @param returned how often a repaired node became a spare
   * @param emptied how often no spare was left
   * @param emptyFor how long, in all
   * @param emptyMost how long at most
   */
  public record Spares(
      int replacements, int returned, int emptied, Duration emptyFor, Duration emptyMost) {}

  /**
   * How long services were down.
   *
   * @param count how many there are
   * @param without if each had stayed on its node until that was repaired
   * @param with as it was, with the daemon
   * @param refusals how many orders to nodes were refused: no room, or down
   */
  public record Services(int count, Downtime without, Downtime with, long refusals) {}

  /**
   * What became of the copies off site.
   *
   * @param sites how many sites
   * @param siteOutages how many outages these had
   * @param made copies written and verified
   * @param failed attempts that failed
   * @param retried attempts that followed a failed one
   * @param givenUp copies that were never made
   * @param verifiedLater copies verified again later
   * @param deleted expired copies that were deleted
   */
  public record Copies(
      int sites,
      int siteOutages,
      int made,
      int failed,
      int retried,
      int givenUp,
      int verifiedLater,
      int deleted) {}

  /**
   * How much was simulated.
   *
   * @param events tasks and changes of the outside that ran on the timeline
   * @param probeCalls how often a node was asked
   */
  public record Run(long events, long probeCalls, Duration simulated) {}
}
