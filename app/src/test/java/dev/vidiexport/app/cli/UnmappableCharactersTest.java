package dev.vidiexport.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnmappableCharactersTest {
  @Test
  void refusesArgumentsWhoseLettersTheLocaleLost() {
    CommandLineRun trial = CommandLineRun.of("data-types", "t\uFFFDk");

    assertThat(trial.err())
        .contains("has characters that this locale cannot represent. Set LC_ALL=C.UTF-8.");
    assertThat(trial.exitCode()).isEqualTo(2);
  }

  @Test
  void takesLettersBeyondAscii() {
    assertThat(UnmappableCharacters.areIn("tök")).isFalse();
  }
}
