package dev.vidiexport.sinks.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Where a browser keeps its profile and whatever else it makes; all of that goes with it. */
final class ScratchFolder implements AutoCloseable {
  /** Processes of the browser may write for a moment after it has ended. */
  private static final int MOST_ROUNDS = 100;

  private final Path folder;

  ScratchFolder() {
    try {
      folder = Files.createTempDirectory("browser");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path() {
    return folder;
  }

  @Override
  public void close() {
    IOException last = null;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      try {
        remove();
        return;
      } catch (IOException notYet) {
        last = notYet;
      }
    }
    throw new UncheckedIOException("The browser's folder could not be removed", last);
  }

  private void remove() throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path each, IOException trouble)
              throws IOException {
            if (trouble != null) {
              throw trouble;
            }
            Files.deleteIfExists(each);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
