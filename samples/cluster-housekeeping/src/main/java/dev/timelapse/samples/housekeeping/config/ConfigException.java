package dev.timelapse.samples.housekeeping.config;

import java.util.List;

/** Thrown when a configuration file is wrong; tells everything that is wrong with it. */
public final class ConfigException extends Exception {

  private static final long serialVersionUID = 1L;

  /** One line for each problem; transient because no list is known to be serializable. */
  private final transient List<String> problems;

  ConfigException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = problems;
  }

  /** Returns one line {@code file:line:column: key: what is wrong} for each problem. */
  public List<String> problems() {
    return problems;
  }
}
