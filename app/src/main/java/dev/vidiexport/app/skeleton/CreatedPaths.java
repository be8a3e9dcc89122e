package dev.vidiexport.app.skeleton;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Files and folders that were made, the newest first. */
final class CreatedPaths {
  private final Deque<Path> paths = new ArrayDeque<>();

  /** Writes a file that does not exist yet, with the folders above it. */
  void writeFile(Path file, String content) throws IOException {
    makeFolder(file.getParent());
    Files.createFile(file);
    paths.push(file);
    Files.writeString(file, content, UTF_8);
  }

  private void makeFolder(@Nullable Path folder) throws IOException {
    if (folder != null && !Files.isDirectory(folder)) {
      makeFolder(folder.getParent());
      Files.createDirectory(folder);
      paths.push(folder);
    }
  }

  /**
   * Removes all of them.
   *
   * @param failure why; what cannot be removed is added to it
   */
  void remove(IOException failure) {
    for (Path path : paths) {
      try {
        Files.delete(path);
      } catch (IOException kept) {
        failure.addSuppressed(kept);
      }
    }
  }
}
