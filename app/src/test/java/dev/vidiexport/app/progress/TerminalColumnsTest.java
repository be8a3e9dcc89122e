package dev.vidiexport.app.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalColumnsTest {
  private static final File NO_TERMINAL = new File("/dev/null");

  @Test
  void areTheSecondNumber() {
    assertThat(TerminalColumns.of(NO_TERMINAL, "echo", "24 132")).isEqualTo(OptionalInt.of(132));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0 0", "24", "24 wide", "24 -1", "24 99999", "24 80 7"})
  void areUnknownWhenTheAnswerIsNoSize(String answer) {
    assertThat(TerminalColumns.of(NO_TERMINAL, "echo", answer)).isEmpty();
  }

  @Test
  void areUnknownWhereThereIsNoTerminalAndNoCommand() {
    assertThat(TerminalColumns.of(NO_TERMINAL, "stty", "size")).isEmpty();
    assertThat(TerminalColumns.of(NO_TERMINAL, "vidiexport-has-no-such-command")).isEmpty();
    assertThat(TerminalColumns.of(new File("/nowhere/tty"), "echo", "24 80")).isEmpty();
  }
}
