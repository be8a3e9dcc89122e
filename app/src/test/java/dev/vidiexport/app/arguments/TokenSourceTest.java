package dev.vidiexport.app.arguments;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.app.files.FileOwnership;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.failure.InvalidSettingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSourceTest {
  private static final InputStream NOTHING = InputStream.nullInputStream();

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"tøken", "tøken\n", "tøken\r\n", "  tøken\t\n\n", "\uFEFFtøken", "\uFEFF tøken "})
  void readsATokenWithoutWhatIsAroundIt(String content) throws Exception {
    assertThat(TokenSource.read(file(content.getBytes(UTF_8), "rw-------"), NOTHING, PATIENCE))
        .isEqualTo("tøken");
    assertThat(TokenSource.read("-", new ByteArrayInputStream(content.getBytes(UTF_8)), PATIENCE))
        .isEqualTo("tøken");
  }

  @ParameterizedTest
  @ValueSource(strings = {"r--------", "rw-------", "rwx------", "rw--w--w-"})
  void takesAFileThatNobodyElseReads(String permissions) throws Exception {
    assertThat(TokenSource.read(file("token".getBytes(UTF_8), permissions), NOTHING, PATIENCE))
        .isEqualTo("token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"r-----r--", "rw----r--", "rw-r--r--"})
  void refusesAFileThatOthersRead(String permissions) throws Exception {
    String file = file("s3cret".getBytes(UTF_8), permissions);

    assertThatThrownBy(() -> TokenSource.read(file, NOTHING, PATIENCE))
        .isInstanceOfSatisfying(
            InvalidSettingException.class,
            wrong -> assertThat(wrong.reason()).isEqualTo(FailureReason.TOKEN_FILE_OPEN_TO_OTHERS))
        .hasMessage(
            "must be readable only by you, but others can read \"%s\"%s",
            file, FileOwnership.described(Path.of(file)));
  }

  @Test
  void takesAFileOfRootThatItsGroupReads() throws Exception {
    String file = file("token".getBytes(UTF_8), "r--r-----");
    boolean isRoots = FileOwnership.isRoots(Path.of(file));

    if (isRoots) {
      assertThat(TokenSource.read(file, NOTHING, PATIENCE)).isEqualTo("token");
    } else {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> TokenSource.read(file, NOTHING, PATIENCE))
          .withMessageContaining("others can read");
    }
  }

  /** As root alone can give files away. */
  @Test
  @EnabledIfSystemProperty(named = "user.name", matches = "root")
  void refusesAFileOfSomebodyElseThatItsGroupReads() throws Exception {
    String file = file("s3cret".getBytes(UTF_8), "r--r-----");
    Files.setAttribute(Path.of(file), "unix:uid", 4711);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> TokenSource.read(file, NOTHING, PATIENCE))
        .withMessageContaining("which belongs to 4711, group ")
        .withMessageEndingWith("and has mode 0440");
  }

  @Test
  void followsTheLinksOfAMountedSecret() throws Exception {
    Path version = Files.createDirectory(folder.resolve("..2024"));
    Files.createSymbolicLink(folder.resolve("..data"), Path.of("..2024"));
    Files.createSymbolicLink(folder.resolve("secret"), Path.of("..data", "secret"));
    Path secret = Files.writeString(version.resolve("secret"), "token");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("r--------"));

    assertThat(TokenSource.read(folder.resolve("secret").toString(), NOTHING, PATIENCE))
        .isEqualTo("token");
  }

  @Test
  void tellsWhoseAFileIsThatMayNotBeRead() throws Exception {
    Path file = Path.of(file("s3cret".getBytes(UTF_8), "r--------"));
    AccessDeniedException denied = new AccessDeniedException(file.toString());

    assertThat(new TokenFile("token", file).notPermitted(denied))
        .hasMessage(
            "must be a file that you can read, but \"token\"%s, cannot be read: permission denied",
            FileOwnership.described(file));
    assertThat(new TokenFile("token", file.resolve("below")).notPermitted(denied))
        .hasMessage(
            "must be a file that you can read, but \"token\" cannot be read: permission denied in \"%s\"%s",
            file, FileOwnership.described(file));
  }

  private String pipe() throws Exception {
    String pipe = folder.resolve("pipe").toString();
    assertThat(new ProcessBuilder("mkfifo", "-m", "600", pipe).start().waitFor()).isZero();
    return pipe;
  }

  @Test
  void readsAPipe() throws Exception {
    String pipe = pipe();
    Process writer = new ProcessBuilder("sh", "-c", "echo token >\"$0\"", pipe).start();

    assertThat(TokenSource.read(pipe, NOTHING, PATIENCE)).isEqualTo("token");
    assertThat(writer.waitFor()).isZero();
  }

  @Test
  void waitsForNoPipeForEver() throws Exception {
    String pipe = pipe();

    assertThatThrownBy(() -> TokenSource.read(pipe, NOTHING, Duration.ofMillis(1)))
        .isInstanceOfSatisfying(
            InvalidSettingException.class,
            wrong -> assertThat(wrong.reason()).isEqualTo(FailureReason.TOKEN_STILL_AWAITED))
        .hasMessage(
            "must be written to its end, but after 1ms the end of \"%s\" had not come", pipe);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"})
  void readsStandardInputByAnyName(String name) {
    InputStream in = new ByteArrayInputStream("token\n".getBytes(UTF_8));

    assertThat(TokenSource.read(name, in, PATIENCE)).isEqualTo("token");
  }

  @Test
  void refusesADeviceAndAStreamThatIsNotOpen() {
    assertThatThrownBy(() -> TokenSource.read("/dev/zero", NOTHING, PATIENCE))
        .isInstanceOfSatisfying(
            InvalidSettingException.class,
            wrong -> assertThat(wrong.reason()).isEqualTo(FailureReason.TOKEN_FILE_UNUSABLE))
        .hasMessage("must be a file or a pipe, but \"/dev/zero\" is neither a file nor a pipe");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TokenSource.read("/dev/fd/99999", NOTHING, PATIENCE))
        .withMessageStartingWith(
            "must be a file or a pipe, but \"/dev/fd/99999\" is not open in this process");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"s3cret\"",
        "'s3cret'",
        "“s3cret”",
        "s3\u200Bcret",
        "s3\u00A0cret",
        "s3cret\u00A0",
        "s3\uFEFFcret",
        "s3\tcret",
        "s3\ncret"
      })
  void refusesWhatWasCopiedWithTheToken(String content) throws Exception {
    String file = file(content.getBytes(UTF_8), "rw-------");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> TokenSource.read(file, NOTHING, PATIENCE))
        .withMessageStartingWith("must not ")
        .withMessageNotContaining("s3")
        .withMessageNotContaining("cret");
  }

  @Test
  void knowsEveryNameOfAFile() throws Exception {
    String file = file("token".getBytes(UTF_8), "rw-------");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of(file));
    Path hard = Files.createLink(folder.resolve("hard"), Path.of(file));

    assertThat(TokenSource.isKeptIn(file, file)).isTrue();
    assertThat(TokenSource.isKeptIn(file, link.toString())).isTrue();
    assertThat(TokenSource.isKeptIn(link.toString(), hard.toString())).isTrue();
    assertThat(TokenSource.isKeptIn(file, folder + "/../" + folder.getFileName() + "/hard"))
        .isTrue();
    assertThat(TokenSource.isKeptIn("missing", "./missing")).isTrue();
    assertThat(TokenSource.isKeptIn(file, folder.resolve("other").toString())).isFalse();
    assertThat(TokenSource.isKeptIn("-", "-")).isFalse();
    assertThat(TokenSource.isKeptIn(file, "a\u0000b")).isFalse();
  }

  @Test
  void refusesAFolderAndAMissingFile() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TokenSource.read(folder.toString(), NOTHING, PATIENCE))
        .withMessage("must be a file or a pipe, but \"%s\" is a folder", folder);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TokenSource.read("missing", NOTHING, PATIENCE))
        .withMessage(
            "must name a file with the token, but no file has the name that was given, which"
                + " is not shown, since it may be the token itself");
  }

  @Test
  void refusesWhatIsNoToken() throws Exception {
    String empty = file(" \n".getBytes(UTF_8), "rw-------");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TokenSource.read(empty, NOTHING, PATIENCE))
        .withMessage("must contain a token, but is empty");

    String latin = file("tøken".getBytes(ISO_8859_1), "rw-------");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TokenSource.read(latin, NOTHING, PATIENCE))
        .withMessage("must contain a token in UTF-8, but does not");

    String huge = file("s3cret ".repeat(10_000).getBytes(UTF_8), "rw-------");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TokenSource.read(huge, NOTHING, PATIENCE))
        .withMessage("must contain only a token, but is longer than 64 KiB");
  }

  private String file(byte[] content, String permissions) throws IOException {
    Path file = Files.createTempFile(folder, "token", "");
    Files.write(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    return file.toString();
  }
}
