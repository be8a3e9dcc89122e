package dev.vidiexport.app.arguments;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.failure.InvalidSettingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSourceTest {
  private static final InputStream NOTHING = InputStream.nullInputStream();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"tøken", "tøken\n", "tøken\r\n", "  tøken\t\n\n", "\uFEFFtøken", "\uFEFF tøken "})
  void readsATokenWithoutWhatIsAroundIt(String content) throws Exception {
    assertThat(TokenSource.read(file(content.getBytes(UTF_8), "rw-------"), NOTHING))
        .isEqualTo("tøken");
    assertThat(TokenSource.read("-", new ByteArrayInputStream(content.getBytes(UTF_8))))
        .isEqualTo("tøken");
  }

  @ParameterizedTest
  @ValueSource(strings = {"r--------", "rw-------", "rwx------", "rw--w--w-"})
  void takesAFileThatNobodyElseReads(String permissions) throws Exception {
    assertThat(TokenSource.read(file("token".getBytes(UTF_8), permissions), NOTHING))
        .isEqualTo("token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw-r--r--"})
  void refusesAFileThatOthersRead(String permissions) throws Exception {
    String file = file("s3cret".getBytes(UTF_8), permissions);

    assertThatThrownBy(() -> TokenSource.read(file, NOTHING))
        .isInstanceOfSatisfying(
            InvalidSettingException.class,
            wrong -> assertThat(wrong.reason()).isEqualTo(FailureReason.TOKEN_FILE_OPEN_TO_OTHERS))
        .hasMessage("must be readable only by you, but others can read \"%s\"", file);
  }

  @Test
  void refusesAFolderAndAMissingFile() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TokenSource.read(folder.toString(), NOTHING))
        .withMessage("must be a file, but \"%s\" is something else", folder);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TokenSource.read("missing", NOTHING))
        .withMessage(
            "must name a file with the token, but no file has the name that was given, which"
                + " is not shown, since it may be the token itself");
  }

  @Test
  void refusesWhatIsNoToken() throws Exception {
    String empty = file(" \n".getBytes(UTF_8), "rw-------");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TokenSource.read(empty, NOTHING))
        .withMessage("must contain a token, but is empty");

    String latin = file("tøken".getBytes(ISO_8859_1), "rw-------");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TokenSource.read(latin, NOTHING))
        .withMessage("must contain a token in UTF-8, but does not");

    String huge = file("s3cret ".repeat(10_000).getBytes(UTF_8), "rw-------");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TokenSource.read(huge, NOTHING))
        .withMessage("must contain only a token, but is longer than 64 KiB");
  }

  private String file(byte[] content, String permissions) throws IOException {
    Path file = Files.createTempFile(folder, "token", "");
    Files.write(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    return file.toString();
  }
}
