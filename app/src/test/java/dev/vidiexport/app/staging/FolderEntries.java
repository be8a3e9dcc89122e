package dev.vidiexport.app.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Looks at what a folder holds. */
final class FolderEntries {
  private FolderEntries() {}

  /** The names in a folder, hidden ones too, sorted. */
  static List<String> of(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  /** The one staging folder in a folder. */
  static Path staging(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> entry.getFileName().toString().contains(StagingName.MARK))
          .findFirst()
          .orElseThrow();
    }
  }
}
