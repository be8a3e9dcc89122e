package dev.vidiexport.http.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeFileTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("now");
    Files.writeString(file, "2024-03-01T06:00:00Z\n");
  }

  @Test
  void tellsTheTimeThatStandsThere() throws IOException {
    TimeFile time = TimeFile.of(file);

    assertThat(time.instant()).isEqualTo("2024-03-01T06:00:00Z");
    Files.writeString(file, "2024-03-02\n");
    assertThat(time.instant()).isEqualTo("2024-03-02T00:00:00Z");
  }

  /** A shell empties a file before it writes to it. */
  @Test
  void tellsTheLastTimeWhileAnotherIsWritten() throws IOException {
    TimeFile time = TimeFile.of(file);

    Files.writeString(file, "");

    assertThat(time.instant()).isEqualTo("2024-03-01T06:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "soon", "2024-02-30", "2024-03-01T06:00:00", "2024-03-01T06:00:00+01:00"})
  void isRefusedWhereItHoldsNoTime(String text) throws IOException {
    Files.writeString(file, text);

    assertThatThrownBy(() -> TimeFile.of(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("must be a time like 2024-03-01T06:00:00Z, or a day, but was \"%s\"", text);
  }

  @Test
  void isRefusedWhereItIsNotThere() {
    assertThatThrownBy(() -> TimeFile.of(folder.resolve("nowhere")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("must name a file that can be read, but was ");
  }

  @Test
  void letsTheSandboxSayThatItHoldsNoTimeAnyMore() throws IOException {
    SandboxHistory history = SandboxHistory.by(TimeFile.of(file));
    try (Sandbox sandbox = Sandbox.start(SandboxSettings.usual().withHistory(history))) {
      Files.writeString(file, "soon");

      Caller.Answer answer = new Caller(sandbox).data(ExportArguments.example());

      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.body()).contains("cannot tell the time by", "but was \\\"soon\\\"");
    }
  }
}
