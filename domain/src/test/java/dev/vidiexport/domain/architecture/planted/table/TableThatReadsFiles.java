package dev.vidiexport.domain.architecture.planted.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Breaks the rule that files are known by their paths alone. */
final class TableThatReadsFiles {
  String read(Path path) throws IOException {
    return Files.readString(path);
  }
}
