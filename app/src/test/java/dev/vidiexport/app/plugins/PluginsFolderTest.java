package dev.vidiexport.app.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody but the user decides what runs with the user's rights. */
class PluginsFolderTest {
  @TempDir private Path temporary;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = PrivateFolders.folder(temporary.resolve("plugins"));
    BuiltPlugin.usual().jar(folder.resolve("odd.jar"));
    Path own = PrivateFolders.folder(folder.resolve("own"));
    BuiltPlugin.of(ProviderSource.usual().of("own")).jar(own.resolve("own.jar"));
  }

  private void allow(String name, String rights) throws IOException {
    Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString(rights));
  }

  private void assertRefused(String message, Object... values) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SinkLoader.load(Optional.of(folder)))
        .withMessage(message, values);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SinkLoader.check(folder))
        .withMessage(message, values);
  }

  @Test
  void isTakenWhenNobodyElseCanWrite() {
    SinkLoader.check(folder);

    assertThat(SinkLoader.load(Optional.of(folder)).formats()).contains("odd", "own");
  }

  @ParameterizedTest
  @CsvSource({
    "'', rwxrwxr-x",
    "'', rwxr-xrwx",
    "odd.jar, rw-rw-r--",
    "odd.jar, rw-r--rw-",
    "own, rwxrwxr-x",
    "own/own.jar, rw-rw----"
  })
  void isRefusedWhenOthersCanWrite(String name, String rights) throws IOException {
    allow(name, rights);

    assertRefused(
        "must be a folder that only you can write to, with all that is in it, because it is run as"
            + " code; but group or others can write to \"%s\": run chmod go-w on it",
        name.isEmpty() ? folder : folder.resolve(name));
  }

  @Test
  void isRefusedOnceForAllThatOthersCanWriteTo() throws IOException {
    allow("", "rwxrwxrwx");
    allow("odd.jar", "rw-rw-rw-");
    allow("own", "rwxrwxrwx");

    assertRefused(
        "must be a folder that only you can write to, with all that is in it, because it is run as"
            + " code; but group or others can write to \"%s\" and to 2 more: run chmod -R go-w on"
            + " it",
        folder);
  }

  @Test
  void isRefusedForALinkToWhatOthersCanWriteTo() throws IOException {
    Path elsewhere = BuiltPlugin.usual().jar(temporary.resolve("elsewhere.jar"));
    Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rw-rw-rw-"));
    Path link = Files.createSymbolicLink(folder.resolve("link.jar"), elsewhere);

    assertRefused(
        "must be a folder that only you can write to, with all that is in it, because it is run as"
            + " code; but group or others can write to \"%s\": run chmod go-w on it",
        link);
  }

  @Test
  void takesNoNoticeOfWhatIsNoPlugin() throws IOException {
    Files.writeString(folder.resolve("README.txt"), "plugins");
    allow("README.txt", "rw-rw-rw-");

    SinkLoader.check(folder);
  }

  @ParameterizedTest
  @CsvSource({"missing, does not exist", "odd.jar, is a file", "odd.jar/below, does not exist"})
  void isRefusedWhenItIsNoFolder(String name, String what) {
    folder = folder.resolve(name);

    assertRefused("must be a folder that can be read, but \"%s\" %s", folder, what);
  }
}
