package dev.timelapse.scheduler.fork;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** Says what it was given. */
final class Echo {

  private Echo() {}

  public static void main(String[] args) {
    System.out.println(Arrays.toString(args));
    System.out.println(System.getProperty("greeting"));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("-Xmx"))
        .forEach(System.out::println);
  }
}
