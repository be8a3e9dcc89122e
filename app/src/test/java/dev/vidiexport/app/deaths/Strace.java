package dev.vidiexport.app.deaths;

import java.nio.file.Path;
import java.util.List;

/** The command lines of strace. */
final class Strace {
  private Strace() {}

  /**
   * Records calls.
   *
   * @param calls their names, with commas
   */
  static List<String> recording(Path log, String calls) {
    return List.of("strace", "-f", "-y", "-o", log.toString(), "-e", "trace=" + calls);
  }

  /**
   * Records calls, and gives the process a signal instead of the call when it is about to make one.
   */
  static List<String> signalling(Path log, String calls, SystemCallTrace.Hit hit, String signal) {
    return injecting(log, calls, hit, "signal=" + signal);
  }

  /** Records calls, and lets one fail. */
  static List<String> failing(Path log, String calls, SystemCallTrace.Hit hit, String error) {
    return injecting(log, calls, hit, "error=" + error);
  }

  private static List<String> injecting(
      Path log, String calls, SystemCallTrace.Hit hit, String effect) {
    String injection = "inject=%s:%s:when=%s".formatted(hit.call().name(), effect, hit.number());
    return List.of(
        "strace", "-f", "-y", "-o", log.toString(), "-e", "trace=" + calls, "-e", injection);
  }
}
