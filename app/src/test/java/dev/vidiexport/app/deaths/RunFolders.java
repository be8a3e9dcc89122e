package dev.vidiexport.app.deaths;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a program runs, with all that it could leave anywhere.
 *
 * @param top holds the rest
 */
record RunFolders(Path top) {
  static RunFolders in(Path top) throws IOException {
    RunFolders place = new RunFolders(top);
    Files.createDirectories(place.folder());
    Files.createDirectories(place.temporary());
    return place;
  }

  /** Where the outputs are. */
  Path folder() {
    return top.resolve("folder");
  }

  /** For temporary files. */
  Path temporary() {
    return top.resolve("temporary");
  }

  /** For what the program remembers between runs. */
  Path state() {
    return top.resolve("state");
  }

  /** For what the program can make anew. */
  Path cache() {
    return top.resolve("cache");
  }

  Path output() {
    return folder().resolve("out.csv");
  }

  Path receipt() {
    return folder().resolve("report.json");
  }

  Path traceLog() {
    return top.resolve("trace.log");
  }

  /** The names in the folder of outputs, hidden ones too, sorted. */
  List<String> entries() throws IOException {
    return names(folder());
  }

  /** The names in the folder for temporary files, sorted. */
  List<String> temporaries() throws IOException {
    return names(temporary());
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
