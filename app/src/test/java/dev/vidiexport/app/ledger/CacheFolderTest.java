package dev.vidiexport.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vidiexport.app.console.Console;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFolderTest {
  @TempDir private Path home;

  private Path of(Map<String, String> environment) {
    PrintWriter nobody = new PrintWriter(Writer.nullWriter());
    return CacheFolder.of(
        new Console(
            environment,
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            nobody,
            nobody,
            false,
            false),
        home);
  }

  @Test
  void isBelowTheFolderThatTheEnvironmentNames() {
    assertThat(of(Map.of("XDG_CACHE_HOME", home.toString(), "HOME", "/elsewhere")))
        .isEqualTo(home.resolve("vidiexport"));
  }

  @Test
  void isBelowTheHomeOtherwise() {
    assertThat(of(Map.of("XDG_CACHE_HOME", "relative", "HOME", home.toString())))
        .isEqualTo(home.resolve(".cache/vidiexport"));
  }

  @Test
  void isNowhereWhenNothingNamesAFolder() {
    ExportException failure =
        catchThrowableOfType(ExportException.class, () -> of(Map.of("HOME", "")));

    assertThat(failure.reason()).isEqualTo(FailureReason.NATIVE_CODE_UNUSABLE);
    assertThat(failure).hasMessageContaining("neither XDG_CACHE_HOME nor HOME names a folder");
  }
}
