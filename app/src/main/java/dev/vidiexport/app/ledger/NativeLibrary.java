package dev.vidiexport.app.ledger;

import dev.vidiexport.app.files.FileSystemReason;
import dev.vidiexport.app.files.PrivateFiles;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.failure.OutOfMemory;
import dev.vidiexport.domain.text.CleanText;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sqlite.SQLiteJDBCLoader;

/**
 * SQLite's own code. The driver unpacks it into a folder for temporary files, of which there may be
 * none that lets code run; here it goes into a folder of this user alone. Loaded once in a process.
 */
final class NativeLibrary {
  static final String CANNOT_BE_LOADED =
      "The ledger cannot be opened: SQLite's native code cannot be loaded, because %s.";

  /** The driver reads it when it unpacks the code. */
  static final String FOLDER_PROPERTY = "org.sqlite.tmpdir";

  /** The driver's own property for code that is there already. */
  private static final String CODE_PROPERTY = "org.sqlite.lib.path";

  /** Longer than any start of a process takes. */
  private static final Duration AGE = Duration.ofDays(1);

  private static final int MOST_CHARACTERS = 500;

  private static boolean loaded;

  /** What unpacks and loads the code. */
  @FunctionalInterface
  interface Loading {
    void load() throws Exception;
  }

  private NativeLibrary() {}

  /**
   * Loads the code, where that has not been done.
   *
   * @param folder made where it is missing
   * @throws ExportException {@code NATIVE_CODE_UNUSABLE} when it cannot be unpacked or loaded
   */
  static synchronized void load(Path folder) {
    if (!loaded) {
      load(folder, SQLiteJDBCLoader::initialize);
      loaded = true;
    }
  }

  /** The folder that was named to Java, in which the code lies or is unpacked into. */
  static Optional<Path> givenFolder() {
    return Optional.ofNullable(System.getProperty(CODE_PROPERTY))
        .or(() -> Optional.ofNullable(System.getProperty(FOLDER_PROPERTY)))
        .map(Path::of);
  }

  /**
   * The same, by whatever loads it. The property is as before afterwards: a plugin may have a
   * driver of its own, which reads it, too.
   */
  static void load(Path folder, Loading loading) {
    if (givenFolder().isPresent()) {
      load(loading, "the folder that -Dorg.sqlite names");
      return;
    }
    try {
      PrivateFiles.makeFolder(folder);
      removeOld(folder);
    } catch (IOException failure) {
      throw unusable(
          "%s cannot be used: %s"
              .formatted(folder, FileSystemReason.of(failure, "it is not a folder")),
          failure);
    }
    System.setProperty(FOLDER_PROPERTY, folder.toString());
    try {
      load(loading, folder.toString());
    } finally {
      System.clearProperty(FOLDER_PROPERTY);
    }
  }

  private static void load(Loading loading, String place) {
    try {
      loading.load();
    } catch (Exception | LinkageError failure) {
      throw unusable(
          "it could not be unpacked into %s and run from there".formatted(place), failure);
    } catch (OutOfMemoryError failure) {
      throw OutOfMemory.in(failure).orElseThrow();
    }
  }

  private static ExportException unusable(String why, Throwable cause) {
    return new ExportException(
        FailureReason.NATIVE_CODE_UNUSABLE,
        CANNOT_BE_LOADED.formatted(CleanText.of(why, MOST_CHARACTERS)),
        cause);
  }

  /**
   * What a process left that was killed. Its age is told by the clock of the file system, and a
   * process that has loaded its code needs the file no more.
   */
  private static void removeOld(Path folder) throws IOException {
    Path now = Files.createTempFile(folder, "sqlite-", ".now");
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "sqlite-*")) {
      Instant oldest = modified(now).toInstant().minus(AGE);
      for (Path file : files) {
        if (modified(file).toInstant().isBefore(oldest)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException | DirectoryIteratorException cannotBeRemoved) {
      // Another run may be doing the same; what stays is removed another time.
    } finally {
      Files.deleteIfExists(now);
    }
  }

  private static FileTime modified(Path file) throws IOException {
    return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS);
  }
}
