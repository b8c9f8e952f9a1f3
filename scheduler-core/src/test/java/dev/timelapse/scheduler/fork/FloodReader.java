package dev.timelapse.scheduler.fork;

/** Runs a script that writes much, in a JVM that has little. */
final class FloodReader {

  private FloodReader() {}

  public static void main(String[] args) throws Exception {
    ForkResult result = Scripts.sh(args[0]).output(line -> {}).await();
    ForkOutput output = result.output();
    System.out.println(output.bytes() + " bytes, " + output.droppedBytes() + " dropped");
    System.exit(result.outcome().succeeded() ? 0 : 1);
  }
}
