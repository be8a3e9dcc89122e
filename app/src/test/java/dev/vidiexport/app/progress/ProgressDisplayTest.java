package dev.vidiexport.app.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.RecordingPacer;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {
  private static final String CLEAR_LINE = "\r\u001B[K";
  private static final Answer STARTED = new Answer.Started(Optional.empty());

  private final StringWriter written = new StringWriter();
  private final RecordingPacer pacer = new RecordingPacer();

  private String shown(
      boolean terminal, UserMessages.Level level, Map<String, String> environment) {
    PrintWriter err = new PrintWriter(written, true);
    Console console =
        new Console(
            environment,
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            new PrintWriter(OutputStream.nullOutputStream()),
            err,
            false,
            terminal);
    try (ProgressDisplay display = ProgressDisplay.of(console, new UserMessages(err, level))) {
      ExportListener run = display.listener(pacer);
      pacer.advance(Duration.ofSeconds(3));
      run.onAnswer(STARTED);
      run.onRows(4_096, 10_000_000);
    }
    return written.toString();
  }

  @Test
  void saysNothingToThoseWhoWantErrorsAlone() {
    assertThat(shown(true, UserMessages.Level.QUIET, Map.of())).isEmpty();
  }

  @Test
  void writesPlainLinesWhereNobodyWatches() {
    assertThat(shown(false, UserMessages.Level.NORMAL, Map.of())).startsWith("3s: started\n");
  }

  @Test
  void writesPlainLinesForTheCurious() {
    assertThat(shown(true, UserMessages.Level.VERBOSE, Map.of())).startsWith("3s: started\n");
  }

  @Test
  void leavesAnEmptyLineOnATerminal() {
    String shown = shown(true, UserMessages.Level.NORMAL, Map.of());

    assertThat(shown).endsWith(CLEAR_LINE).doesNotContain("\n");
  }

  @Test
  void staysWithinTheWidthOfATerminal() {
    String shown = shown(true, UserMessages.Level.NORMAL, Map.of("COLUMNS", "12"));

    assertThat(shown.split("\r\u001B\\[K"))
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(12));
  }
}
