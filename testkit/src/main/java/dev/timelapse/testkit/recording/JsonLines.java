package dev.timelapse.testkit.recording;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A recording as a file: a JSON object a line, in UTF-8. The first tells of the timeline; each of
 * the others is an entry, in order. Times are ISO 8601 instants and whole nanoseconds.
 */
final class JsonLines implements AutoCloseable {

  private final Path file;
  private final JsonGenerator json;

  JsonLines(Path file, Instant start, ZoneId zone) {
    this.file = file;
    try {
      Path directory = file.toAbsolutePath().getParent();
      if (directory != null) {
        Files.createDirectories(directory);
      }
      json = new JsonFactory().createGenerator(Files.newOutputStream(file), JsonEncoding.UTF8);
      json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
      json.writeStartObject();
      json.writeStringField("start", start.toString());
      json.writeStringField("zone", zone.getId());
      json.writeEndObject();
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  Path file() {
    return file;
  }

  /** Writes an entry. */
  void write(Recorded entry) {
    try {
      json.writeStartObject();
      json.writeNumberField("number", entry.when().number());
      json.writeStringField("at", entry.at().toString());
      nanos("elapsedNanos", entry.elapsed());
      json.writeStringField("kind", kind(entry));
      json.writeStringField("lane", entry.lane());
      json.writeStringField("what", entry.what());
      if (entry instanceof RecordedFiring firing) {
        json.writeStringField("name", firing.name());
        json.writeNumberField("attempt", firing.attempt());
        nanos("lateNanos", firing.lateness());
        ending(firing.took(), null, firing.failure());
      } else if (entry instanceof RecordedCall call) {
        ending(call.took(), call.answer(), call.failure());
      } else if (entry instanceof RecordedAction action) {
        ending(action.took(), null, action.failure());
      } else if (entry instanceof RecordedStep step) {
        nanos("byNanos", step.by());
      } else if (entry instanceof RecordedDrift drift) {
        nanos("gainNanos", drift.gain());
        nanos("perNanos", drift.per());
      } else if (entry instanceof RecordedChoice choice) {
        json.writeNumberField("bound", choice.bound());
        json.writeNumberField("value", choice.value());
      } else if (entry instanceof RecordedCheck check) {
        json.writeStringField("outcome", check.outcome());
      } else if (entry instanceof RecordedLog log) {
        json.writeStringField("level", log.level().getName());
        json.writeStringField("logger", log.logger());
        ending(null, null, log.failure());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  /** Writes how an entry ended that had not when it was written. */
  void writeEnd(long number, long elapsedNanos, @Nullable String text, boolean failed) {
    try {
      json.writeStartObject();
      json.writeNumberField("number", number);
      json.writeStringField("kind", "end");
      json.writeNumberField("elapsedNanos", elapsedNanos);
      ending(null, failed ? null : text, failed ? text : null);
      json.writeEndObject();
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  @Override
  public void close() {
    try {
      json.close();
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private UncheckedIOException cannotWrite(IOException cause) {
    return new UncheckedIOException("cannot write the recording to " + file, cause);
  }

  private void ending(@Nullable Duration took, @Nullable String answer, @Nullable String failure)
      throws IOException {
    if (took != null) {
      nanos("tookNanos", took);
    }
    if (answer != null) {
      json.writeStringField("answer", answer);
    }
    if (failure != null) {
      json.writeStringField("failure", failure);
    }
  }

  private void nanos(String field, Duration duration) throws IOException {
    json.writeNumberField(field, duration.toNanos());
  }

  private static String kind(Recorded entry) {
    if (entry instanceof RecordedLife life) {
      return life.change() == RecordedLife.Change.CRASH ? "crash" : "restart";
    }
    String type = entry.getClass().getSimpleName();
    return type.substring("Recorded".length()).toLowerCase(Locale.ROOT);
  }
}
