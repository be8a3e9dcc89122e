package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.project.ProjectConnection;
import dev.vidiexport.domain.text.CleanText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands in for connection options that were given neither on the command line nor in the
 * environment: the keys of a project file, for the commands that have one. Immutable.
 */
final class ConnectionFallback {
  /** For commands without a project file. */
  static final ConnectionFallback NONE = new ConnectionFallback(null, true);

  private static final int MOST_CHARACTERS = 200;

  private final @Nullable ProjectConnection project;
  private final boolean isKnown;

  private ConnectionFallback(@Nullable ProjectConnection project, boolean isKnown) {
    this.project = project;
    this.isKnown = isKnown;
  }

  /**
   * That of a project file.
   *
   * @param project empty where the file is not good, so that nobody knows what is missing
   */
  static ConnectionFallback of(Optional<ProjectConnection> project) {
    return new ConnectionFallback(project.orElse(null), project.isPresent());
  }

  Optional<String> baseUrl() {
    return project == null ? Optional.empty() : project.baseUrl();
  }

  Optional<String> username() {
    return project == null ? Optional.empty() : project.username();
  }

  Optional<String> tokenFile() {
    return project == null ? Optional.empty() : project.tokenFile();
  }

  /** What messages call a key of the project file. */
  String nameOf(String key) {
    return project == null
        ? key
        : "%s in %s".formatted(key, CleanText.escaped(project.file(), MOST_CHARACTERS));
  }

  /**
   * Notes that something was given nowhere.
   *
   * @param problem a sentence without its full stop
   * @param key where a project file could have it
   */
  void addMissing(CommandLineProblems problems, String problem, String key) {
    if (isKnown) {
      problems.add(
          project == null ? problem + "." : "%s, or write %s.".formatted(problem, nameOf(key)));
    }
  }
}
