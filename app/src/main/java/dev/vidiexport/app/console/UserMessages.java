package dev.vidiexport.app.console;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What the program says to its user, on standard error. Thread-safe. */
public final class UserMessages {
  /** How much is said. */
  public enum Level {
    /** Only errors. */
    QUIET,
    /** Errors, progress and a summary. */
    NORMAL,
    /** Also a line for every call, and where an error came from. */
    VERBOSE
  }

  private final PrintWriter err;
  private final Level level;
  private volatile UnaryOperator<String> secretsHidden = UnaryOperator.identity();
  private volatile String lineStart = "";

  public UserMessages(PrintWriter err, Level level) {
    this.err = err;
    this.level = level;
  }

  /** How much is said. */
  public Level level() {
    return level;
  }

  /**
   * Keeps secrets out of everything that is said from now on, whoever says it.
   *
   * @param secretsHidden gives a text without them
   */
  public void hide(UnaryOperator<String> secretsHidden) {
    this.secretsHidden = secretsHidden;
  }

  /**
   * Begins every line that is said from now on with a text; so that what stands in the current line
   * of a terminal makes way for it.
   */
  public void beginLinesWith(String start) {
    lineStart = start;
  }

  /** Says something, unless with {@code --quiet}. */
  public void note(String line) {
    if (level != Level.QUIET) {
      say(line);
    }
  }

  /** Says something that only {@code --verbose} shows. */
  public void detail(String line) {
    if (level == Level.VERBOSE) {
      say(line);
    }
  }

  /** Says something that matters even with {@code --quiet}. */
  public void warn(String line) {
    say("vidiexport: " + line);
  }

  /** The same, and with {@code --verbose} where it came from. */
  public void warn(String line, Optional<Throwable> cause) {
    warn(line);
    cause.ifPresent(this::showTrace);
  }

  /** Says what ended the command, and with {@code --verbose} where it came from. */
  public void error(String message, Throwable cause) {
    say("vidiexport: " + message);
    showTrace(cause);
  }

  private void showTrace(Throwable thrown) {
    if (level == Level.VERBOSE) {
      StackTraceText.lines(thrown, secretsHidden).forEach(err::println);
    }
  }

  private void say(String line) {
    err.println(lineStart + secretsHidden.apply(line));
  }

  /** Says everything that is wrong with a command line. */
  public void problems(String command, List<String> problems) {
    if (problems.size() == 1) {
      say("vidiexport: " + problems.get(0));
    } else {
      say("vidiexport: " + problems.size() + " problems with this command:");
      problems.forEach(problem -> say("  " + problem));
    }
    say("Try: " + command + " --help");
  }
}
