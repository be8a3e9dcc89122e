package dev.vidiexport.app.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.domain.verify.VerifyProgress;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class VerifyDisplayTest {
  private static final String CLEAR_LINE = "\r\u001B[K";

  private final StringWriter written = new StringWriter();
  private final PrintWriter err = new PrintWriter(written, true);

  private VerifyDisplay display(boolean isTerminal, UserMessages.Level level) {
    Console console =
        new Console(
            Map.of("TERM", "xterm-256color"),
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            new PrintWriter(OutputStream.nullOutputStream()),
            err,
            false,
            isTerminal);
    return VerifyDisplay.of(console, new UserMessages(err, level), () -> OptionalInt.of(100));
  }

  private static VerifyProgress after(Duration elapsed) {
    return new VerifyProgress(250, 1_000, 1_400_000_000L, 5_600_000_000L, elapsed);
  }

  @Test
  void tellsALineAMinuteWhereNobodyWatches() {
    try (VerifyDisplay display = display(false, UserMessages.Level.NORMAL)) {
      for (int seconds = 1; seconds <= 130; seconds++) {
        display.show(after(Duration.ofSeconds(seconds)));
      }
    }

    assertThat(written.toString())
        .isEqualToNormalizingNewlines(
            """
            250 of 1,000 files, 1.4 GB of 5.6 GB, 23.3 MB/s, about 3m left
            250 of 1,000 files, 1.4 GB of 5.6 GB, 11.7 MB/s, about 6m left
            """);
  }

  @Test
  void showsABarOnATerminalAndLeavesTheLineEmpty() {
    try (VerifyDisplay display = display(true, UserMessages.Level.NORMAL)) {
      display.show(after(Duration.ofSeconds(2)));
    }

    assertThat(written.toString()).endsWith(CLEAR_LINE).doesNotContain("\n");
    assertThat(VerifyProgressText.withBar(after(Duration.ofSeconds(2))))
        .isEqualTo("[##........] 250 of 1,000 files, 1.4 GB of 5.6 GB, 700.0 MB/s");
    assertThat(VerifyProgressText.withBar(new VerifyProgress(1, 1, 20, 10, Duration.ZERO)))
        .startsWith("[##########] 1 of 1 file, 20 bytes of 10 bytes, ");
  }

  @Test
  void saysNothingWithQuiet() {
    try (VerifyDisplay display = display(true, UserMessages.Level.QUIET)) {
      display.show(after(Duration.ofMinutes(5)));
    }

    assertThat(written.toString()).isEmpty();
  }
}
