package dev.timelapse.scheduler.cron;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Thrown when a text is not a cron expression of its dialect. The message names the dialect, the
 * column, what stands there, what is allowed and what to write instead, and shows the expression
 * with the place marked.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class CronSyntaxException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** The expression as it was given. */
  private final String expression;

  /** The column of the offending text, from 1. */
  private final int column;

  CronSyntaxException(String message, String expression, int column) {
    super(message);
    this.expression = expression;
    this.column = column;
  }

  /** {@return the expression as it was given} */
  public String expression() {
    return expression;
  }

  /** {@return the column at which the offending text begins, counted from 1} */
  public int column() {
    return column;
  }
}
