package dev.vidiexport.app.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder with all that is in it. */
public final class FolderTree {
  private FolderTree() {}

  /** Removes it; links are removed, and not followed. */
  public static void remove(Path folder) throws IOException {
    // What is in a folder comes behind it in this order, and must go first.
    for (Path entry : entries(folder)) {
      Files.delete(entry);
    }
  }

  /** Copies it to where nothing is, with the times of its files. */
  public static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> entries = Files.walk(from)) {
      for (Path entry : entries.toList()) {
        Files.copy(entry, to.resolve(from.relativize(entry)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.walk(folder)) {
      return entries.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
