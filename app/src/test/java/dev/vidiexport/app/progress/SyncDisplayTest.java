package dev.vidiexport.app.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.port.RecordingPacer;
import dev.vidiexport.domain.sync.SyncProgress;
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
import org.junit.jupiter.params.provider.EnumSource;

class SyncDisplayTest {
  private static final Map<String, String> XTERM = Map.of("TERM", "xterm-256color");
  private static final String CLEAR_LINE = "\r\u001B[K";

  private final StringWriter written = new StringWriter();
  private final PrintWriter err = new PrintWriter(written, true);

  private Console console(boolean isTerminal) {
    return new Console(
        XTERM,
        InputStream.nullInputStream(),
        OutputStream.nullOutputStream(),
        new PrintWriter(OutputStream.nullOutputStream()),
        err,
        false,
        isTerminal);
  }

  private UserMessages messages(UserMessages.Level level) {
    return new UserMessages(err, level);
  }

  private static SyncProgress after(Duration elapsed) {
    return new SyncProgress(118, 2, 3, 1, 876, 261, elapsed);
  }

  private SyncDisplay display(boolean isTerminal, UserMessages messages) {
    return SyncDisplay.of(console(isTerminal), messages, () -> OptionalInt.of(100));
  }

  @Test
  void tellsEverySliceAndALineAMinuteWhereNobodyWatches() {
    try (SyncDisplay display = display(false, messages(UserMessages.Level.NORMAL))) {
      assertThat(display.tellsEverySlice()).isTrue();
      for (int seconds = 1; seconds <= 130; seconds++) {
        display.show(after(Duration.ofSeconds(seconds)));
      }
    }

    assertThat(written.toString())
        .isEqualToNormalizingNewlines(
            """
            120 of 1,000 slices, 2 failed, 3 building, 1 coming, 261 calls, about 7m left
            120 of 1,000 slices, 2 failed, 3 building, 1 coming, 261 calls, about 14m left
            """);
  }

  @Test
  void showsOneLineOnATerminalAndLeavesItEmpty() {
    UserMessages messages = messages(UserMessages.Level.NORMAL);
    try (SyncDisplay display = display(true, messages)) {
      assertThat(display.tellsEverySlice()).isFalse();
      display.show(after(Duration.ofMinutes(5)));
      messages.note("a slice failed");
    }
    messages.note("the end");

    assertThat(written.toString())
        .contains(CLEAR_LINE + "a slice failed" + System.lineSeparator())
        .endsWith(CLEAR_LINE + "the end" + System.lineSeparator());
  }

  @Test
  void drawsWhatIsKnown() {
    try (SyncDisplay display = display(true, messages(UserMessages.Level.NORMAL))) {
      display.show(after(Duration.ofMinutes(5)));
    }

    assertThat(written.toString())
        .contains("120 of 1,000 slices, 2 failed, 3 building, 1 coming, 261 calls, about 36m left");
  }

  @ParameterizedTest
  @EnumSource(
      value = UserMessages.Level.class,
      names = {"QUIET", "NORMAL"})
  void tellsNothingOfTheStepsOfASlice(UserMessages.Level level) {
    try (SyncDisplay display = display(false, messages(level))) {
      display.slice("viewers 2024-03-04", new RecordingPacer()).onAnswer(started());
    }

    assertThat(written.toString()).isEmpty();
  }

  @Test
  void tellsTheStepsOfEachSliceToTheCurious() {
    try (SyncDisplay display = display(true, messages(UserMessages.Level.VERBOSE))) {
      display.slice("viewers 2024-03-04", new RecordingPacer()).onAnswer(started());
      display.slice("viewers 2024-03-03", new RecordingPacer()).onAnswer(started());
      assertThat(display.tellsEverySlice()).isTrue();
    }

    assertThat(written.toString())
        .isEqualToNormalizingNewlines(
            "viewers 2024-03-04: 0ms: started\nviewers 2024-03-03: 0ms: started\n");
  }

  @Test
  void saysNothingToThoseWhoWantErrorsAlone() {
    try (SyncDisplay display = display(true, messages(UserMessages.Level.QUIET))) {
      display.show(after(Duration.ofHours(1)));
    }

    assertThat(written.toString()).isEmpty();
  }

  @Test
  void doesNotGuessBeforeAnythingHasEnded() {
    assertThat(SyncProgressText.of(new SyncProgress(0, 0, 1, 0, 0, 1, Duration.ofSeconds(1))))
        .isEqualTo("0 of 1 slice, 1 building, 1 call");
  }

  private static Answer started() {
    return new Answer.Started(Optional.empty());
  }
}
