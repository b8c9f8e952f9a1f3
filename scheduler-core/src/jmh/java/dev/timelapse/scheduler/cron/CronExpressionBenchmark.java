package dev.timelapse.scheduler.cron;

import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Measures what finding the next firing costs, walking on from firing to firing. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CronExpressionBenchmark {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2126-01-01T00:00:00Z");

  /** Every minute, nightly, and on leap days. */
  @Param({"* * * * *", "0 3 * * *", "0 0 29 2 *"})
  public String fields;

  private CronExpression expression;
  private Instant firing;

  @Setup
  public void parse() {
    expression = CronExpression.unix(fields, ZoneId.of("Europe/Berlin"));
    firing = START;
  }

  @Benchmark
  public Instant next() {
    Instant next = expression.next(firing);
    firing = next != null && next.isBefore(END) ? next : START;
    return firing;
  }
}
