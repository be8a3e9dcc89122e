package dev.vidiexport.app.progress;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.File;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the system how wide a terminal is; the JDK cannot tell. */
final class TerminalColumns {
  /** Far longer than the answer takes; without one the usual width is taken. */
  private static final long PATIENCE_MILLIS = 1_000;

  private static final Pattern SIZE = Pattern.compile("[0-9]+ ([1-9][0-9]{0,3})\\s*");

  private TerminalColumns() {}

  /** The width of the terminal that standard error leads to; empty where nothing tells it. */
  static OptionalInt ofStandardError() {
    File standardError = new File("/proc/self/fd/2");
    return of(standardError.exists() ? standardError : new File("/dev/tty"), "stty", "size");
  }

  /**
   * The width that a command tells.
   *
   * @param terminal is its standard input
   * @param command prints rows and columns
   */
  static OptionalInt of(File terminal, String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectInput(terminal)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
          ? columns(new String(process.getInputStream().readAllBytes(), US_ASCII))
          : abandoned(process);
    } catch (IOException noSuchCommand) {
      return OptionalInt.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return OptionalInt.empty();
    }
  }

  private static OptionalInt abandoned(Process process) {
    process.destroyForcibly();
    return OptionalInt.empty();
  }

  private static OptionalInt columns(String size) {
    Matcher matcher = SIZE.matcher(size);
    return matcher.matches()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }
}
