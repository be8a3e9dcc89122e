package dev.vidiexport.app.project;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.plugins.SinkLoader;
import dev.vidiexport.app.plugins.SinkRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A project file of the table in {@code src/test/resources/project}, and what the reader says.
 *
 * @param file below the module, where tests run
 * @param project empty where it is not good
 * @param problems all that is wrong with it
 */
record ProjectCase(Path file, Optional<ProjectFile> project, List<String> problems) {
  static final Path TABLE = Path.of("src/test/resources/project");
  static final SinkRegistry SINKS = HistoryKeeper.in(SinkLoader.load(Optional.empty()));
  static final Path HOME = Path.of("/home/somebody");

  /** All files of a part of the table. */
  static List<Path> files(String part) throws IOException {
    try (Stream<Path> files = Files.list(TABLE.resolve(part))) {
      return files.sorted().toList();
    }
  }

  static ProjectCase of(Path file) {
    return of(file, SINKS);
  }

  static ProjectCase of(Path file, SinkRegistry sinks) {
    CommandLineProblems problems = new CommandLineProblems();
    Optional<ProjectFile> project = new ProjectReader(sinks, HOME).read(file.toString(), problems);
    return new ProjectCase(file, project, problems.all());
  }
}
