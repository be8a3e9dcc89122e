package dev.vidiexport.app.console;

import dev.vidiexport.domain.text.CleanText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the program says to its user, on standard error. Thread-safe. */
public final class Talk {
  /** How much is said. */
  public enum Level {
    /** Errors alone. */
    QUIET,
    /** Errors, progress and a summary. */
    NORMAL,
    /** Also a line for every call, and where an error came from. */
    VERBOSE
  }

  private static final int MOST_CHARACTERS_OF_LINE = 500;

  private final PrintWriter err;
  private final Level level;

  public Talk(PrintWriter err, Level level) {
    this.err = err;
    this.level = level;
  }

  /** How much is said. */
  public Level level() {
    return level;
  }

  /** Says something, unless the user wants errors alone. */
  public void note(String line) {
    if (level != Level.QUIET) {
      err.println(line);
    }
  }

  /** Says something that only a curious user wants to know. */
  public void detail(String line) {
    if (level == Level.VERBOSE) {
      err.println(line);
    }
  }

  /** Says something that matters even to those who want errors alone. */
  public void warn(String line) {
    err.println("vidiexport: " + line);
  }

  /** The same, and to the curious where it came from. */
  public void warn(String line, Optional<Throwable> cause) {
    warn(line);
    if (level == Level.VERBOSE) {
      cause.ifPresent(thrown -> stackTrace(thrown).forEach(err::println));
    }
  }

  /** Says what ended the command, and to the curious where it came from. */
  public void error(String message, Throwable cause) {
    err.println("vidiexport: " + message);
    if (level == Level.VERBOSE) {
      stackTrace(cause).forEach(err::println);
    }
  }

  /** What a cause says may have come from outside, so its lines are cleaned like any other. */
  private static Stream<String> stackTrace(Throwable cause) {
    StringWriter text = new StringWriter();
    cause.printStackTrace(new PrintWriter(text));
    return text.toString().lines().map(line -> CleanText.of(line, MOST_CHARACTERS_OF_LINE));
  }

  /** Says everything that is wrong with a command line. */
  public void problems(String command, List<String> problems) {
    if (problems.size() == 1) {
      err.println("vidiexport: " + problems.get(0));
    } else {
      err.println("vidiexport: " + problems.size() + " problems with this command:");
      problems.forEach(problem -> err.println("  " + problem));
    }
    err.println("Try: " + command + " --help");
  }
}
