package dev.timelapse.samples.housekeeping.backup;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * A copy of the data at a site.
 *
 * @param site the site's name
 * @param takenAt when copying began, in whole seconds; the same for the copies of one night at all
 *     sites
 */
public record Copy(String site, Instant takenAt) {

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'data-'uuuuMMdd'T'HHmmss'Z.zip'").withZone(ZoneOffset.UTC);

  /** Returns the name under which it is stored: in the order of names, older ones come first. */
  public String name() {
    return NAME.format(takenAt);
  }

  /** Returns the copy that is stored under a name, or null if the name is not one of ours. */
  static @Nullable Copy named(String name, String site) {
    try {
      return new Copy(site, NAME.parse(name, Instant::from));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  @Override
  public String toString() {
    return name() + " at " + site;
  }
}
