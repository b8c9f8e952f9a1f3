package dev.timelapse.testkit.recording;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/** What is told of a timeline when its test has failed: a page of text. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Account {

  private static final int LINES = 40;
  private static final int LABEL_WIDTH = 13;
  private static final int LONGEST_FAILURE = 300;
  private static final Pattern PARAGRAPH = Pattern.compile("\\R\\s*?\\R");

  private final Recording recording;
  private final int width;
  private final List<String> lines = new ArrayList<>();

  /**
   * Starts an account.
   *
   * @param test the test, in words
   * @param recording what happened on its timeline
   * @param width the widest line, in characters
   */
  public Account(String test, Recording recording, int width) {
    this.recording = recording;
    this.width = width;
    lines.add("Timeline of " + Wrapped.inLine(test));
  }

  /**
   * Tells what broke.
   *
   * @param failure what the test threw
   * @return this
   */
  public Account broke(Throwable failure) {
    String message = failure.getMessage();
    // What follows a blank line, such as a page of its own, cannot be read as one line.
    String head = message == null ? null : PARAGRAPH.split(message.strip(), 2)[0];
    return fact("broke", Words.of(failure, head, LONGEST_FAILURE));
  }

  /**
   * Tells when it broke.
   *
   * @param now what the wall clock of the timeline shows
   * @param elapsed the time since its start
   * @return this
   */
  public Account at(Instant now, Duration elapsed) {
    String zone = Columns.name(recording.zone());
    String instant = zone.equals("UTC") ? "" : ", " + now;
    fact("at", Columns.time(now, recording.zone()) + " " + zone + instant);
    return fact("after", Words.of(elapsed) + ", on day " + new Moment(0, now, elapsed).day());
  }

  /**
   * Tells something else.
   *
   * @param label what it is, in at most a dozen characters
   * @param text what it says
   * @return this
   */
  public Account fact(String label, String text) {
    String head = label;
    for (String part : Wrapped.text(text, Math.max(20, width - LABEL_WIDTH - 2))) {
      lines.add("  " + head + " ".repeat(LABEL_WIDTH - head.length()) + part);
      head = "";
    }
    return this;
  }

  /**
   * Writes the recording to a file, and tells where it is.
   *
   * @param file the file, whose directories are made as needed
   * @return this
   */
  public Account writtenTo(Path file) {
    String size = String.format(Locale.ROOT, "%,d entries in", recording.entryCount());
    try {
      Path written = recording.writeTo(file);
      fact("recording", size);
      // Never broken, so that it can be copied.
      lines.add("    " + written);
    } catch (RuntimeException | LinkageError e) {
      fact("recording", size + " memory alone: " + Words.of(e));
    }
    return this;
  }

  /**
   * Returns the account, which ends with what happened last.
   *
   * @return lines of text, without a line break at the end
   */
  public String text() {
    return String.join("\n", lines) + "\n\n" + recording.lastPage(LINES, width);
  }
}
