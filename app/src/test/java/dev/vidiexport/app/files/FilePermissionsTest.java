package dev.vidiexport.app.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The mode alone decides, so every answer is the same for root, who may read and write whatever the
 * mode says, and for anybody else.
 */
class FilePermissionsTest {
  @TempDir private Path folder;

  private static void allow(Path path, String mode) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private Path file(String mode) throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    allow(file, mode);
    return file;
  }

  @ParameterizedTest
  @CsvSource({
    "rw-------, false",
    "r--------, false",
    "---------, false",
    "rwxr-xr-x, false",
    "rw--w----, true",
    "rw-----w-, true",
    "rwxrwxrwx, true"
  })
  void tellsWhetherOthersCanWrite(String mode, boolean canWrite) throws IOException {
    assertThat(FilePermissions.othersCanWrite(file(mode))).isEqualTo(canWrite);
  }

  @ParameterizedTest
  @CsvSource({
    "rw-------, false, false",
    "r--------, false, false",
    "---------, false, false",
    "rwx-wx-wx, false, false",
    "rw-r-----, false, true",
    "r--r-----, false, true",
    "rw----r--, true, true",
    "rw-r--r--, true, true",
    "rwxrwxrwx, true, true"
  })
  void tellsWhetherStrangersCanReadAFileOfRootOrOfAnybodyElse(
      String mode, boolean ofRoot, boolean ofAnybody) throws IOException {
    Path file = file(mode);
    boolean isRoots = FileOwnership.isRoots(file);

    assertThat(FilePermissions.canStrangersRead(PosixFilePermissions.fromString(mode), true))
        .isEqualTo(ofRoot);
    assertThat(FilePermissions.canStrangersRead(PosixFilePermissions.fromString(mode), false))
        .isEqualTo(ofAnybody);
    assertThat(FilePermissions.strangersCanRead(file)).isEqualTo(isRoots ? ofRoot : ofAnybody);
  }

  @Test
  void looksAtWhatALinkLeadsTo() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), file("rw-rw-rw-"));

    assertThat(FilePermissions.strangersCanRead(link)).isTrue();
    assertThat(FilePermissions.othersCanWrite(link)).isTrue();

    allow(link.toRealPath(), "rw-------");

    assertThat(FilePermissions.strangersCanRead(link)).isFalse();
    assertThat(FilePermissions.othersCanWrite(link)).isFalse();
  }

  @Test
  void tellsNothingOfWhatIsNotThere() {
    Path missing = folder.resolve("missing");

    assertThatThrownBy(() -> FilePermissions.strangersCanRead(missing))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> FilePermissions.othersCanWrite(missing))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> FilePermissions.keepToOwner(missing))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void makesWhatItsOwnerAloneCanUse() throws IOException {
    Path own = folder.resolve("own");
    Path file = own.resolve("file");

    Files.createDirectory(own, FilePermissions.ofOwnFolder(own));
    Files.createFile(file, FilePermissions.ofOwnFile(file));

    assertThat(mode(own)).isEqualTo("rwx------");
    assertThat(mode(file)).isEqualTo("rw-------");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxrwxrwx", "rwxr-x---", "r-x------", "rwx------"})
  void keepsAFolderToItsOwner(String mode) throws IOException {
    allow(folder, mode);

    FilePermissions.keepToOwner(folder);

    assertThat(mode(folder)).isEqualTo("rwx------");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "rw-r-----", "rw-rw-rw-", "r--r--r--", "rwxr-xr-x"})
  void letsAFileTakeOverTheModeOfAnother(String mode) throws IOException {
    Path earlier = file(mode);
    Path later = folder.resolve("later");
    Files.createFile(later, FilePermissions.ofOwnFile(later));

    FilePermissions.takeOver(later, earlier);

    assertThat(mode(later)).isEqualTo(mode);
  }

  /** Only root may give files away. */
  @Test
  @EnabledIfSystemProperty(named = "user.name", matches = "root")
  void letsAFileTakeOverOwnerAndGroup() throws IOException {
    Path earlier = file("rw-r-----");
    Files.setAttribute(earlier, "unix:uid", 4711);
    Files.setAttribute(earlier, "unix:gid", 4712);
    Path later = folder.resolve("later");
    Files.createFile(later, FilePermissions.ofOwnFile(later));

    FilePermissions.takeOver(later, earlier);

    assertThat(Files.getAttribute(later, "unix:uid")).isEqualTo(4711);
    assertThat(Files.getAttribute(later, "unix:gid")).isEqualTo(4712);
    assertThat(mode(later)).isEqualTo("rw-r-----");
  }

  @ParameterizedTest
  @CsvSource({
    "rw-r-----, rw-------",
    "rw-r--r--, rw-r--r--",
    "rw----r--, rw-------",
    "rw-rw-r--, rw-r--r--",
    "rwxr-x--x, rwx--x--x",
    "rw-------, rw-------"
  })
  void letsAnotherGroupDoNoMoreThanEverybodyCould(String mode, String narrowed) {
    assertThat(FilePermissions.forAnotherGroup(PosixFilePermissions.fromString(mode)))
        .isEqualTo(PosixFilePermissions.fromString(narrowed));
  }

  /** An archive that is opened as a file system keeps no modes unless it is asked to. */
  @Test
  void asksAndSetsNothingWhereTheFileSystemKnowsNoUsers() throws IOException {
    try (FileSystem archive =
        FileSystems.newFileSystem(folder.resolve("archive.zip"), Map.of("create", "true"))) {
      Path own = archive.getPath("own");
      Path file = own.resolve("file");
      assertThat(archive.supportedFileAttributeViews()).doesNotContain("posix");

      Files.createDirectory(own, FilePermissions.ofOwnFolder(own));
      Files.createFile(file, FilePermissions.ofOwnFile(file));
      FilePermissions.keepToOwner(own);
      FilePermissions.takeOver(file, own);

      assertThat(FilePermissions.strangersCanRead(file)).isFalse();
      assertThat(FilePermissions.othersCanWrite(own)).isFalse();
    }
  }
}
