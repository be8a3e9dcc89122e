package dev.vidiexport.app.console;

import java.io.PrintWriter;
import java.time.InstantSource;
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

  private static final String NAME = "vidiexport: ";

  private final PrintWriter err;
  private final Level level;
  private final LogFormat format;
  private final InstantSource clock;
  private volatile UnaryOperator<String> secretsHidden = UnaryOperator.identity();
  private volatile String lineStart = "";

  /** Says lines for people. */
  public UserMessages(PrintWriter err, Level level) {
    this(err, level, LogFormat.TEXT, MachineTime.clock());
  }

  /**
   * Says it as a format has it.
   *
   * @param clock tells programs when something was said
   */
  UserMessages(PrintWriter err, Level level, LogFormat format, InstantSource clock) {
    this.err = err;
    this.level = level;
    this.format = format;
    this.clock = clock;
  }

  /** What is said on a console, as that has it. */
  public static UserMessages of(Console console, Level level) {
    return new UserMessages(console.err(), level, console.logFormat(), MachineTime.clock());
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

  /** Whether each line is for a program: a JSON object. */
  public boolean areForPrograms() {
    return format == LogFormat.JSON;
  }

  /** Says something, unless with {@code --quiet}. */
  public void note(String line) {
    note(line, MessageFields.NONE);
  }

  /** The same, with what programs want to have by itself. */
  public void note(String line, MessageFields fields) {
    if (level != Level.QUIET) {
      say("info", "", line, fields, Optional.empty());
    }
  }

  /** Says something that only {@code --verbose} shows. */
  public void detail(String line) {
    if (level == Level.VERBOSE) {
      say("debug", "", line, MessageFields.NONE, Optional.empty());
    }
  }

  /** Says what a plugin or a library has printed. */
  void printed(String line) {
    say("info", "", line, MessageFields.NONE, Optional.empty());
  }

  /** Says something that matters even with {@code --quiet}. */
  public void warn(String line) {
    warn(line, Optional.empty());
  }

  /** The same, with what programs want to have by itself. */
  public void warn(String line, MessageFields fields) {
    say("warning", NAME, line, fields, Optional.empty());
  }

  /** The same, and with {@code --verbose} where it came from. */
  public void warn(String line, Optional<Throwable> cause) {
    say("warning", NAME, line, MessageFields.NONE, cause);
  }

  /** Says what ended the command, and with {@code --verbose} where it came from. */
  public void error(String message, Throwable cause) {
    error(message, cause, ExitCode.of(cause));
  }

  /**
   * The same.
   *
   * @param code what the command ends with because of it
   */
  public void error(String message, Throwable cause, int code) {
    say("error", NAME, message, MessageFields.ofEnd(code), Optional.of(cause));
  }

  private void say(
      String severity,
      String prefix,
      String line,
      MessageFields fields,
      Optional<Throwable> cause) {
    List<String> trace =
        level == Level.VERBOSE
            ? cause.map(thrown -> StackTraceText.lines(thrown, secretsHidden)).orElse(List.of())
            : List.of();
    if (areForPrograms()) {
      String message = secretsHidden.apply(line);
      err.println(JsonMessage.of(clock.instant(), severity, message, fields, trace));
    } else {
      line(prefix + line);
      trace.forEach(err::println);
    }
  }

  /** Says everything that is wrong with a command line. */
  public void problems(String command, List<String> problems) {
    String help = "Try: " + command + " --help";
    if (areForPrograms()) {
      problems.forEach(this::problem);
      say("info", "", help, MessageFields.NONE, Optional.empty());
    } else if (problems.size() == 1) {
      line(NAME + problems.get(0));
      line(help);
    } else {
      line(NAME + problems.size() + " problems with this command:");
      problems.forEach(problem -> line("  " + problem));
      line(help);
    }
  }

  private void line(String text) {
    err.println(lineStart + secretsHidden.apply(text));
  }

  private void problem(String sentence) {
    say("error", "", sentence, MessageFields.ofEnd(ExitCode.USAGE), Optional.empty());
  }
}
