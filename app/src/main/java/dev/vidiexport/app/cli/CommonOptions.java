package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.LogFormat;
import dev.vidiexport.app.console.RepeatedCommand;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.plugins.SinkLoader;
import dev.vidiexport.app.plugins.SinkRegistry;
import dev.vidiexport.app.plugins.SkippedPlugin;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes. */
final class CommonOptions {
  /**
   * Where the program runs and where temporary files go: Java itself fails when it cannot name
   * them.
   */
  private static final List<String> FOLDERS = List.of("user.dir", "java.io.tmpdir");

  private static final String TOKEN_FILE = "--token-file";

  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Folder with plugin jars. Also VIDIEXPORT_PLUGINS.")
  private @Nullable String plugins;

  @Option(names = "--quiet", scope = ScopeType.INHERIT, description = "Print errors only.")
  private boolean quiet;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Print a line for every call, and where an error came from.")
  private boolean verbose;

  @Option(
      names = LogFormat.OPTION,
      paramLabel = "FORMAT",
      scope = ScopeType.INHERIT,
      description = "Standard error as text or json. Also " + LogFormat.VARIABLE + ".")
  private @Nullable String logFormat;

  private List<String> words = List.of();

  /** The whole command line, to be shown again. Known once it was checked. */
  RepeatedCommand repeated() {
    return new RepeatedCommand(words);
  }

  UserMessages messages(Console console) {
    return UserMessages.of(
        console,
        quiet
            ? UserMessages.Level.QUIET
            : verbose ? UserMessages.Level.VERBOSE : UserMessages.Level.NORMAL);
  }

  /**
   * Notes what is wrong with these options, and with how the words of the command line and the
   * names of folders were decoded.
   */
  void check(Console console, List<String> written, CommandLineProblems problems) {
    words = List.copyOf(written);
    String before = "";
    for (String word : words) {
      if (UnmappableCharacters.areIn(word)) {
        problems.addLost(UnmappableCharacters.problem(described(word, before)));
      }
      before = word;
    }
    for (Map.Entry<String, String> variable : console.environment().entrySet()) {
      if (isOurs(variable.getKey()) && UnmappableCharacters.areIn(variable.getValue())) {
        problems.addLost(UnmappableCharacters.problem(variable.getKey()));
      }
    }
    for (String property : FOLDERS) {
      String folder = System.getProperty(property, "");
      if (UnmappableCharacters.areIn(folder)) {
        problems.addLost(UnmappableCharacters.problem("The folder \"%s\"".formatted(folder)));
      }
    }
    if (quiet && verbose) {
      problems.add("--quiet and --verbose contradict each other.");
    }
    checkLogFormat(console, problems);
  }

  /** Notes what is wrong with the folder of plugins. */
  void checkPlugins(Console console, CommandLineProblems problems) {
    Optional<String> folder = pluginsFolder(console);
    if (folder.isPresent()) {
      problems.read(pluginsOption(), () -> checked(folder.orElseThrow()));
    }
  }

  /** It has been looked at before; here only what is wrong with it is told. */
  private void checkLogFormat(Console console, CommandLineProblems problems) {
    String written = logFormat;
    if (written != null) {
      problems.read(LogFormat.OPTION, () -> LogFormat.parse(written));
    } else {
      console
          .variable(LogFormat.VARIABLE)
          .ifPresent(word -> problems.read(LogFormat.VARIABLE, () -> LogFormat.parse(word)));
    }
  }

  /** What was given for the file with the token may be the token. */
  private static String described(String word, String before) {
    return before.equals(TOKEN_FILE) || word.startsWith(TOKEN_FILE + "=")
        ? "What is given for " + TOKEN_FILE
        : "The argument \"" + word + "\"";
  }

  /** What runs as code must be safe to run, whether this command would run it or not. */
  private static Path checked(String folder) {
    Path path = path(folder);
    SinkLoader.check(path);
    return path;
  }

  private Optional<String> pluginsFolder(Console console) {
    return Optional.ofNullable(plugins).or(() -> console.variable("VIDIEXPORT_PLUGINS"));
  }

  private String pluginsOption() {
    return plugins == null ? "VIDIEXPORT_PLUGINS" : "--plugins";
  }

  private static boolean isOurs(String variable) {
    return variable.startsWith("VIDICENTER_") || variable.startsWith("VIDIEXPORT_");
  }

  /** The formats found; the user has been told of those that cannot be used. */
  SinkRegistry sinks(Console console, CommandLineProblems problems) {
    SinkRegistry registry = loaded(console, problems);
    UserMessages messages = messages(console);
    for (SkippedPlugin refusal : registry.skipped()) {
      messages.warn(refusal.line(), refusal.cause());
    }
    return registry;
  }

  /** The same, and the user has been told of nothing yet. */
  SinkRegistry loaded(Console console, CommandLineProblems problems) {
    return problems
        .read(
            pluginsOption(), () -> SinkLoader.load(pluginsFolder(console).map(CommonOptions::path)))
        .orElseGet(() -> SinkLoader.load(Optional.empty()));
  }

  private static Path path(String text) {
    try {
      if (!text.isEmpty()) {
        return Path.of(text);
      }
      throw new IllegalArgumentException("must name a folder, but is empty");
    } catch (InvalidPathException invalid) {
      throw new IllegalArgumentException(
          "must be a folder, but was \"%s\"".formatted(text), invalid);
    }
  }
}
