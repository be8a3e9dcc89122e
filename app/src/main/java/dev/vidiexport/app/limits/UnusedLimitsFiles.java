package dev.vidiexport.app.limits;

import dev.vidiexport.app.files.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Files of users and base URLs that nobody runs with any more. They are small, and nothing waits
 * for their removal: each run removes a few, and what it cannot remove stays.
 */
final class UnusedLimitsFiles {
  /** Thousands of times as long as anything in such a file counts. */
  static final Duration AGE = Duration.ofDays(7);

  /** No run looks at more. */
  static final int MOST = 100;

  private UnusedLimitsFiles() {}

  /**
   * Removes the files beside one that nobody has written to for a long time, and nobody holds.
   *
   * @param own stays
   */
  static void removeBeside(Path own, Instant now) {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(own.resolveSibling(""), "*" + StateFolder.SUFFIX)) {
      int seen = 0;
      for (Path file : files) {
        if (seen++ == MOST) {
          return;
        }
        if (!file.getFileName().equals(own.getFileName())) {
          removeIfOld(file, now);
        }
      }
    } catch (IOException | DirectoryIteratorException cannotBeRemoved) {
      // Another run may be doing the same, and the user may use the folder for something else.
    }
  }

  private static void removeIfOld(Path file, Instant now) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !isOld(file, now)) {
      return;
    }
    try (FileChannel channel = PrivateFiles.open(file);
        @Nullable FileLock all = new SlotLocks(channel).all()) {
      // Whoever has begun a run meanwhile has written to it, or holds a place.
      if (all != null && isOld(file, now)) {
        Files.delete(file);
      }
    }
  }

  private static boolean isOld(Path file, Instant now) throws IOException {
    FileTime written = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS);
    return written.toInstant().isBefore(now.minus(AGE));
  }
}
