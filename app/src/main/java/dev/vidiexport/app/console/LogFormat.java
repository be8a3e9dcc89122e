package dev.vidiexport.app.console;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How messages stand on standard error. */
public enum LogFormat {
  /** Lines for people. */
  TEXT,
  /** A line is a JSON object, for what gathers logs. */
  JSON;

  /** The option that chooses it. */
  public static final String OPTION = "--log-format";

  /** Chooses it where no option does. */
  public static final String VARIABLE = "VIDIEXPORT_LOG_FORMAT";

  /**
   * The format of a word.
   *
   * @throws IllegalArgumentException when it is none; the message is a clause that goes on after
   *     the option's name
   */
  public static LogFormat parse(String word) {
    return switch (word) {
      case "text" -> TEXT;
      case "json" -> JSON;
      default ->
          throw new IllegalArgumentException(
              "must be text or json, but was \"%s\"".formatted(word));
    };
  }

  /**
   * What a command line asks for, before anybody has parsed it: what is wrong with it must be said
   * in that format, too. Text, where what it asks for is no format.
   */
  public static LogFormat of(Map<String, String> environment, String... arguments) {
    @Nullable String word = environment.get(VARIABLE);
    for (int at = 0; at < arguments.length && !arguments[at].equals("--"); at++) {
      if (arguments[at].startsWith(OPTION + "=")) {
        word = arguments[at].substring(OPTION.length() + 1);
      } else if (arguments[at].equals(OPTION) && at + 1 < arguments.length) {
        word = arguments[at + 1];
      }
    }
    return "json".equals(word) ? JSON : TEXT;
  }
}
