package dev.vidiexport.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.app.console.Console;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Helps and versions without the parser: the build has rendered every help into a resource. */
final class PrerenderedHelp {
  /** Where the resources are, in the class path and below the folder that the build gives. */
  static final String FOLDER = "META-INF/vidiexport/help/";

  /** Stands in the resources for the way the program was called. */
  static final String PROGRAM = "{program}";

  private PrerenderedHelp() {}

  /**
   * What a command line shows that asks for one help or for the version, and for nothing else.
   *
   * @return the text as it is written, line ends included; empty where the parser has to look
   */
  static Optional<String> of(Console console, String... arguments) {
    if (arguments.length < 1 || arguments.length > 2) {
      return Optional.empty();
    }
    String command = arguments.length == 2 ? arguments[0] : "";
    if (!isPlain(command)) {
      return Optional.empty();
    }
    return switch (arguments[arguments.length - 1]) {
      case "-h", "--help" -> help(resource(command, HelpColours.areShown(console)));
      case "-V", "--version" -> version(resource(command, false));
      default -> Optional.empty();
    };
  }

  /** The resource of a command's help; the program's own is that of the command without a name. */
  static String resource(String command, boolean ansi) {
    return FOLDER
        + (command.isEmpty() ? "vidiexport" : "command/" + command)
        + (ansi ? ".ansi" : ".txt");
  }

  /** A text with the way the program was called in the place of what stands for it. */
  static String naming(String text) {
    return text.replace(PROGRAM, System.getProperty("vidiexport.command", "vidiexport"));
  }

  private static boolean isPlain(String command) {
    for (int at = 0; at < command.length(); at++) {
      char character = command.charAt(at);
      if (character != '-' && (character < 'a' || character > 'z')) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> help(String resource) {
    try (InputStream in = PrerenderedHelp.class.getClassLoader().getResourceAsStream(resource)) {
      return in == null
          ? Optional.empty()
          : Optional.of(
              naming(new String(in.readAllBytes(), UTF_8).replace("\n", System.lineSeparator())));
    } catch (IOException unreadable) {
      // The parser can make it again.
      return Optional.empty();
    }
  }

  /** Only what has a help is a command. */
  private static Optional<String> version(String resource) {
    return PrerenderedHelp.class.getClassLoader().getResource(resource) == null
        ? Optional.empty()
        : Optional.of("vidiexport " + ProgramVersion.current() + System.lineSeparator());
  }
}
