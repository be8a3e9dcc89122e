package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.plugins.SinkRegistry;
import dev.vidiexport.app.project.ProjectFile;
import dev.vidiexport.app.project.ProjectReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which project file a command is about. */
final class ProjectFileOption {
  /** The project file that is looked for where none is named. */
  static final String USUAL_FILE = "vidiexport.yaml";

  /** Names the project file where no option does. */
  static final String VARIABLE = "VIDIEXPORT_CONFIG";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The project file; " + USUAL_FILE + " by default. Also " + VARIABLE + ".")
  private @Nullable String config;

  /** The project; empty where anything is wrong, all of which has been noted. */
  Optional<ProjectFile> read(Console console, SinkRegistry sinks, CommandLineProblems problems) {
    return new ProjectReader(sinks, home(console)).read(file(console), problems);
  }

  /** Whether the option was given. */
  boolean isGiven() {
    return config != null;
  }

  /** Whether a project file was named, or stands where one is looked for. */
  boolean isThere(Console console) {
    return config != null
        || console.variable(VARIABLE).isPresent()
        || Files.exists(Path.of(USUAL_FILE));
  }

  /** The file as the user named it. */
  String file(Console console) {
    return Optional.ofNullable(config).or(() -> console.variable(VARIABLE)).orElse(USUAL_FILE);
  }

  /** As shells have it, so that {@code ~/} is the same in the file and on the command line. */
  private static Path home(Console console) {
    return Path.of(console.variable("HOME").orElseGet(() -> System.getProperty("user.home", "")));
  }
}
