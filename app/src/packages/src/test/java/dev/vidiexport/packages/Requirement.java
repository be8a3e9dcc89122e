package dev.vidiexport.packages;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import org.junit.jupiter.api.Assumptions;

/**
 * What a machine must let these tests do. Where CI runs ({@code CI} is set) a machine that does not
 * fails them; elsewhere they are skipped, and say so.
 */
final class Requirement {
  private Requirement() {}

  /** Goes on only where a command of the machine works. */
  static void must(String doWhat, String... command) throws InterruptedException {
    if (!works(command)) {
      String message = "This machine does not let the tests " + doWhat;
      if (System.getenv("CI") != null) {
        fail(message);
      }
      System.err.println("SKIPPED: " + message);
      Assumptions.abort(message);
    }
  }

  private static boolean works(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException notInstalled) {
      return false;
    }
  }
}
