package dev.timelapse.samples.housekeeping.config;

import java.util.HashMap;
import java.util.Map;

/** The values of one key in the items of a list, no two of which may be the same. */
final class Names {

  private final String key;
  private final Map<String, Integer> lines = new HashMap<>();

  Names(String key) {
    this.key = key;
  }

  /** Notes the value of an item; one that was noted before is a problem. */
  void add(Section item, String value) {
    if (value.isEmpty()) {
      return;
    }
    Integer first = lines.putIfAbsent(value, item.at(key).line());
    if (first != null) {
      item.problem(key, "\"" + value + "\" is taken, in line " + first + "; choose another");
    }
  }
}
