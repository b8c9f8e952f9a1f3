package dev.timelapse.samples.housekeeping.report;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Path;

/** The state as JSON. */
final class StateFile {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private StateFile() {}

  static String write(CapacityState state) throws IOException {
    return JSON.writeValueAsString(state);
  }

  static CapacityState read(Path file) throws IOException {
    return JSON.readValue(file.toFile(), CapacityState.class);
  }
}
