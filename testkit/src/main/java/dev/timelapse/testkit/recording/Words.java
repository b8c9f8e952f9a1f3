package dev.timelapse.testkit.recording;

/** How things are put on the recording: one line each, and nothing that differs from run to run. */
final class Words {

  private Words() {}

  static String of(Throwable cause) {
    String message = cause.getMessage();
    String type = cause.getClass().getSimpleName();
    return message == null ? type : type + ": " + message.lines().findFirst().orElse("");
  }
}
