package dev.vidiexport.domain.testing;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import org.junit.jupiter.api.Assumptions;

/**
 * What a machine must let these tests do. Where CI runs ({@code CI} is set) a machine that does not
 * fails them; elsewhere they are skipped, and say so.
 */
public final class MachineRequirements {
  private MachineRequirements() {}

  /** Goes on only where programs can be traced, and calls of theirs be made to fail. */
  public static void mustTrace() {
    must(
        "trace processes: install strace, and allow ptrace",
        "strace",
        "-f",
        "-o",
        "/dev/null",
        "-e",
        "inject=fsync:error=EIO",
        "true");
  }

  /** Goes on only where a command of the machine works. */
  public static void must(String doWhat, String... command) {
    must(doWhat, works(command), System.getenv("CI") != null, System.err);
  }

  /**
   * Goes on only where a machine lets tests do something.
   *
   * @param strict whether the test fails where it does not, instead of being skipped
   * @param loud where it says that it is skipped
   */
  static void must(String doWhat, boolean lets, boolean strict, PrintStream loud) {
    if (!lets) {
      String message = "This machine does not let the tests " + doWhat;
      if (strict) {
        fail(message);
      }
      loud.println("SKIPPED: " + message);
      Assumptions.abort(message);
    }
  }

  /** Whether root runs the tests, who may read and write everything. */
  public static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** Whether a command of the machine works. */
  public static boolean works(String... command) {
    try {
      return new ProcessBuilder(command)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException notInstalled) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted while it waited", e));
    }
  }
}
