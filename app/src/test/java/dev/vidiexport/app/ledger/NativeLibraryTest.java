package dev.vidiexport.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {
  @TempDir private Path folder;

  @Test
  void isUnpackedIntoAFolderOfThisUserAlone() throws Exception {
    Path cache = folder.resolve("cache/vidiexport");
    List<String> seen = new ArrayList<>();

    NativeLibrary.load(cache, () -> seen.add(System.getProperty(NativeLibrary.FOLDER_PROPERTY)));

    assertThat(seen).containsExactly(cache.toString());
    assertThat(Files.getPosixFilePermissions(cache))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    assertThat(cache).isEmptyDirectory();
  }

  @Test
  void leavesNoPropertyForTheDriversOfPlugins() {
    NativeLibrary.load(folder, () -> {});
    failureOf(folder, new UnsatisfiedLinkError("noexec"));

    assertThat(System.getProperty(NativeLibrary.FOLDER_PROPERTY)).isNull();
  }

  @Test
  void goesWhereTheUserSays() {
    System.setProperty(NativeLibrary.FOLDER_PROPERTY, "/chosen");
    try {
      NativeLibrary.load(
          folder.resolve("cache"),
          () -> assertThat(System.getProperty(NativeLibrary.FOLDER_PROPERTY)).isEqualTo("/chosen"));

      assertThat(System.getProperty(NativeLibrary.FOLDER_PROPERTY)).isEqualTo("/chosen");
      assertThat(folder).isEmptyDirectory();
    } finally {
      System.clearProperty(NativeLibrary.FOLDER_PROPERTY);
    }
  }

  @Test
  void removesWhatKilledRunsLeft() throws Exception {
    Path old = Files.writeString(folder.resolve("sqlite-3.0-1-libsqlitejdbc.so"), "x");
    Path young = Files.writeString(folder.resolve("sqlite-3.0-2-libsqlitejdbc.so"), "x");
    Path other = Files.writeString(folder.resolve("123.jsa"), "x");
    for (Path file : List.of(old, other)) {
      FileTime now = Files.getLastModifiedTime(young);
      Files.setLastModifiedTime(file, FileTime.from(now.toInstant().minus(Duration.ofHours(25))));
    }

    NativeLibrary.load(folder, () -> {});

    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder(young.getFileName().toString(), other.getFileName().toString());
  }

  @Test
  void saysThatItCouldNotBeLoaded() {
    assertThat(failureOf(folder, new UnsatisfiedLinkError("failed to map segment")))
        .hasMessage(
            "The ledger cannot be opened: SQLite's native code cannot be loaded, because it could"
                + " not be unpacked into %s and run from there.".formatted(folder));
  }

  @Test
  void saysThatTheFolderCannotBeMade() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");

    assertThat(failureOf(file, new UnsatisfiedLinkError("not reached")))
        .hasMessage(
            "The ledger cannot be opened: SQLite's native code cannot be loaded, because %s cannot"
                    .formatted(file)
                + " be used: it is not a folder.");
  }

  private static ExportException failureOf(Path folder, UnsatisfiedLinkError error) {
    ExportException failure =
        catchThrowableOfType(
            ExportException.class,
            () ->
                NativeLibrary.load(
                    folder,
                    () -> {
                      throw error;
                    }));
    assertThat(failure.reason()).isEqualTo(FailureReason.NATIVE_CODE_UNUSABLE);
    return failure;
  }
}
