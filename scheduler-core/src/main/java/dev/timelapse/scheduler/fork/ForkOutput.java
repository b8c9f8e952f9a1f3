package dev.timelapse.scheduler.fork;

import org.apiguardian.api.API;

/**
 * What a process wrote to its standard output and its standard error, in numbers and last words.
 *
 * @param bytes how much it wrote
 * @param droppedBytes how much of that was handed to nobody, because it exceeded the limit on
 *     output or on the length of a line
 * @param tail the last words, whether they were handed over or dropped: at most 8192 bytes, read as
 *     UTF-8
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ForkOutput(long bytes, long droppedBytes, String tail) {

  /** The output of a process that wrote nothing. */
  public static final ForkOutput NONE = new ForkOutput(0, 0, "");
}
