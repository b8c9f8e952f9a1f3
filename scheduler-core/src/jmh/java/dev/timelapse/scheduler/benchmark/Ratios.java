package dev.timelapse.scheduler.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Prints JMH's results ({@code -rf json}) as ratios to the peers in the same run, beside the
 * targets. Arguments: the files. Times are medians over all iterations of all forks: of the
 * processor time, if JMH ran with {@link CpuTime}, or else of the time on the clock.
 */
public final class Ratios {

  private static final String OURS = "TIMELAPSE";

  private record Result(String workload, String peer, double nanos, String bytes) {}

  /** Our time is to be at most this part of the peer's. */
  private record Target(String workload, String peer, double atMost) {}

  private static final List<Target> TARGETS =
      List.of(
          new Target("hold 100", "PRIORITY_QUEUE", 0.6),
          new Target("hold 100", "REACTOR", 0.55),
          new Target("hold 100", "RXJAVA", 0.55),
          new Target("hold 10000", "PRIORITY_QUEUE", 0.45),
          new Target("hold 10000", "REACTOR", 0.4),
          new Target("hold 10000", "RXJAVA", 0.4),
          new Target("hold 1000000", "PRIORITY_QUEUE", 0.2),
          new Target("periodic 100", "PRIORITY_QUEUE", 0.3),
          new Target("periodic 100", "RXJAVA", 0.2),
          new Target("periodic 10000", "PRIORITY_QUEUE", 0.3),
          new Target("periodic 10000", "RXJAVA", 0.2),
          new Target("cancel 100000", "STPE", 0.35));

  private Ratios() {}

  public static void main(String... files) throws IOException {
    if (files.length == 0) {
      throw new IllegalArgumentException("name the files that JMH wrote with -rf json -rff FILE");
    }
    Map<String, List<Result>> workloads = new LinkedHashMap<>();
    for (String file : files) {
      for (JsonNode run : new ObjectMapper().readTree(new File(file))) {
        if (run.path("params").has("peer")) {
          Result result = read(run);
          workloads.computeIfAbsent(result.workload, key -> new ArrayList<>()).add(result);
        }
      }
    }
    System.out.printf(
        "%-20s%-16s%12s%10s%10s  %s%n",
        "workload", "peer", "ns/event", "B/event", "ratio", "target");
    workloads.values().forEach(Ratios::print);
  }

  private static void print(List<Result> results) {
    Optional<Result> ours = results.stream().filter(r -> r.peer.equals(OURS)).findFirst();
    for (Result result : results) {
      double ratio = ours.map(our -> our.nanos / result.nanos).orElse(Double.NaN);
      System.out.printf(
          "%-20s%-16s%,12.1f%10s%10.2f  %s%n",
          result.workload, result.peer, result.nanos, result.bytes, ratio, verdict(result, ratio));
    }
    System.out.println();
  }

  private static String verdict(Result result, double ratio) {
    for (Target target : TARGETS) {
      if (target.workload.equals(result.workload) && target.peer.equals(result.peer)) {
        return "at most %.2f: %s"
            .formatted(target.atMost, ratio <= target.atMost ? "met" : "MISSED");
      }
    }
    return "";
  }

  private static Result read(JsonNode run) {
    JsonNode params = run.path("params");
    String name = run.path("benchmark").asText();
    String method = name.substring(name.lastIndexOf('.') + 1);
    String workload =
        switch (method) {
          case "hold" -> "hold " + params.path("pending").asText();
          case "periodic" ->
              "periodic "
                  + params.path("jobs").asText()
                  + (params.path("apart").asBoolean() ? " apart" : "");
          case "round" -> "cancel " + params.path("live").asText();
          default ->
              throw new IllegalArgumentException("a benchmark of no known workload: " + name);
        };
    return new Result(workload, params.path("peer").asText(), median(run), bytes(run));
  }

  private static double median(JsonNode run) {
    JsonNode cpu = run.path("secondaryMetrics").path(CpuTime.NAME);
    JsonNode metric = cpu.isMissingNode() ? run.path("primaryMetric") : cpu;
    List<Double> scores = new ArrayList<>();
    metric.path("rawData").forEach(fork -> fork.forEach(score -> scores.add(score.asDouble())));
    scores.sort(null);
    int middle = scores.size() / 2;
    return scores.size() % 2 == 1
        ? scores.get(middle)
        : (scores.get(middle - 1) + scores.get(middle)) / 2;
  }

  /** Returns how many bytes an event allocates, if JMH ran with {@code -prof gc}. */
  private static String bytes(JsonNode run) {
    JsonNode allocated = run.path("secondaryMetrics").path("gc.alloc.rate.norm");
    return allocated.isMissingNode() ? "-" : "%,.1f".formatted(allocated.path("score").asDouble());
  }
}
