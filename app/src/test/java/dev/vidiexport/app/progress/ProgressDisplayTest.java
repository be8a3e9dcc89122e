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
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressDisplayTest {
  private static final String CLEAR_LINE = "\r\u001B[K";
  private static final Answer STARTED = new Answer.Started(Optional.empty());

  private static final Map<String, String> XTERM = Map.of("TERM", "xterm-256color");

  private final StringWriter written = new StringWriter();
  private final RecordingPacer pacer = new RecordingPacer();
  private OptionalInt columns = OptionalInt.of(100);

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
    try (ProgressDisplay display =
        ProgressDisplay.of(console, new UserMessages(err, level), () -> columns)) {
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
    assertThat(shown(true, UserMessages.Level.NORMAL, XTERM))
        .endsWith(CLEAR_LINE)
        .doesNotContain("\n");
  }

  @Test
  void takesTheUsualWidthWhereNothingTellsIt() {
    columns = OptionalInt.empty();

    assertThat(shown(true, UserMessages.Level.NORMAL, XTERM)).endsWith(CLEAR_LINE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dumb", ""})
  void writesPlainLinesOnATerminalThatMovesNoCursor(String name) {
    assertThat(shown(true, UserMessages.Level.NORMAL, Map.of("TERM", name)))
        .startsWith("3s: started\n")
        .doesNotContain("\u001B");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 59})
  void writesPlainLinesOnATerminalThatIsNarrowerThanALine(int narrow) {
    columns = OptionalInt.of(narrow);

    assertThat(shown(true, UserMessages.Level.NORMAL, XTERM))
        .startsWith("3s: started\n")
        .doesNotContain("\u001B");
  }

  @Test
  void staysWithinTheWidthOfATerminal() {
    String shown = shown(true, UserMessages.Level.NORMAL, Map.of("TERM", "xterm", "COLUMNS", "61"));

    assertThat(shown.split("\r\u001B\\[K"))
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(61));
  }
}
