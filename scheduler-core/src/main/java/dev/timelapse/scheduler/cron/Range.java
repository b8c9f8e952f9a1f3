package dev.timelapse.scheduler.cron;

import java.util.function.IntConsumer;

/**
 * One item of a field's list: every {@code step}-th value from {@code from} to {@code to}. A range
 * whose end is below its start runs on through the end of the field.
 *
 * @param wildcard whether it was written with {@code *}, or without an end
 */
record Range(int from, int to, int step, boolean wildcard) {

  void forEach(Field field, IntConsumer action) {
    int size = field.max() - field.min() + 1;
    int last = to < from ? to + size : to;
    for (int value = from; value <= last; value += step) {
      action.accept(value > field.max() ? value - size : value);
    }
  }
}
