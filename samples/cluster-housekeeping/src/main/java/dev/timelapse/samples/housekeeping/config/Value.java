package dev.timelapse.samples.housekeeping.config;

import java.util.List;
import java.util.Map;

/** A piece of a YAML file, with its place in it. */
sealed interface Value {

  /** Returns where it begins. */
  Place at();

  /** Returns what it is, in the words of an error. */
  String words();

  /** A line and a column, both from 1. */
  record Place(int line, int column) {}

  /** A key with its place, and its value. */
  record Entry(Place at, Value value) {}

  /** Keys with values, in the file's order. */
  record Mapping(Place at, Map<String, Entry> entries) implements Value {
    @Override
    public String words() {
      return "a mapping";
    }
  }

  /** Values in a row. */
  record Sequence(Place at, List<Value> items) implements Value {
    @Override
    public String words() {
      return items.isEmpty() ? "an empty list" : "a list";
    }
  }

  /** Text, a number, true, false, or nothing at all. */
  record Scalar(Place at, String text) implements Value {
    @Override
    public String words() {
      return text.isEmpty() ? "nothing" : "\"" + text + "\"";
    }
  }
}
