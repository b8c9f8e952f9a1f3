package dev.timelapse.samples.housekeeping.config;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.timelapse.samples.housekeeping.config.Value.Entry;
import dev.timelapse.samples.housekeeping.config.Value.Mapping;
import dev.timelapse.samples.housekeeping.config.Value.Place;
import dev.timelapse.samples.housekeeping.config.Value.Scalar;
import dev.timelapse.samples.housekeeping.config.Value.Sequence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads YAML into values that know their places, which Jackson's own tree does not. */
final class YamlTree {

  private static final Place START = new Place(1, 1);

  /** What a file reads as that has no content. */
  static final Mapping NOTHING = new Mapping(START, Map.of());

  private final YAMLParser parser;
  private final Problems problems;

  private YamlTree(YAMLParser parser, Problems problems) {
    this.parser = parser;
    this.problems = problems;
  }

  /** Reads a file's text. What is no YAML, or empty, is a problem and reads as nothing. */
  static Value read(String yaml, Problems problems) {
    try (YAMLParser parser = new YAMLFactory().createParser(yaml)) {
      if (parser.nextToken() != null) {
        return new YamlTree(parser, problems).value("");
      }
      problems.add(START, "", "the file is empty");
    } catch (JsonProcessingException e) {
      Place place = e.getLocation() == null ? START : place(e.getLocation());
      problems.add(place, "", "this is not YAML: " + wordsOf(e.getOriginalMessage()));
    } catch (IOException e) {
      throw new IllegalStateException("a string can be read", e);
    }
    return NOTHING;
  }

  private Value value(String path) throws IOException {
    Place at = place(parser.currentTokenLocation());
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(at, path);
      case START_ARRAY -> sequence(at, path);
      case VALUE_NULL -> new Scalar(at, "");
      default -> new Scalar(at, parser.getText());
    };
  }

  private Mapping mapping(Place at, String path) throws IOException {
    Map<String, Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      Place keyAt = place(parser.currentTokenLocation());
      parser.nextToken();
      String keyPath = path.isEmpty() ? key : path + "." + key;
      Entry before = entries.putIfAbsent(key, new Entry(keyAt, value(keyPath)));
      if (before != null) {
        problems.add(
            keyAt, keyPath, "is given twice, first in line " + before.at().line() + "; keep one");
      }
    }
    return new Mapping(at, entries);
  }

  private Sequence sequence(Place at, String path) throws IOException {
    List<Value> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(path + "[" + items.size() + "]"));
    }
    return new Sequence(at, items);
  }

  private static Place place(JsonLocation location) {
    return new Place(location.getLineNr(), location.getColumnNr());
  }

  /** The library draws the place below its words, indented; the place in front tells it. */
  private static String wordsOf(String message) {
    return message.lines().filter(line -> !line.startsWith(" ")).collect(joining(", "));
  }
}
