package dev.timelapse.samples.replay.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;

/** A summary as JSON. Instants and durations are in the notation of ISO 8601. */
public final class JsonSummary {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private JsonSummary() {}

  /** Writes a summary, and apart from it, at the end, what differs from run to run. */
  public static String of(Summary summary, Timing timing) {
    try {
      return JSON.writeValueAsString(new Document(summary, timing)) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Document(Summary summary, Timing timing) {}
}
