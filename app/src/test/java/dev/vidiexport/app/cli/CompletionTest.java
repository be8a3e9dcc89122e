package dev.vidiexport.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code completion}: the script of a shell, with the parser and without. */
class CompletionTest {
  @ParameterizedTest
  @CsvSource({"bash,bash/vidiexport", "zsh,zsh/_vidiexport", "fish,fish/vidiexport.fish"})
  void printsWhatTheBuildHasMade(String shell, String file) throws Exception {
    CommandLineRun trial = CommandLineRun.of("completion", shell);

    assertThat(CompletionScript.askedBy("completion", shell)).contains(trial.out());
    assertThat(trial.out()).isEqualTo(Files.readString(Path.of("target/completion", file)));
    assertThat(trial)
        .isEqualTo(CommandLineRun.parsed(CommandLineRun.ENVIRONMENT, "completion", shell))
        .isEqualTo(CommandLineRun.of("--quiet", "completion", shell));
    assertThat(trial.err()).isEmpty();
    assertThat(trial.exitCode()).isZero();
  }

  /** Files of settings run it, whatever else is wrong. */
  @Test
  void looksAtNothingElse() {
    Map<String, String> wrong = Map.of("VIDIEXPORT_PLUGINS", "no/such/folder");

    assertThat(CommandLineRun.of(wrong, "completion", "bash").exitCode()).isZero();
  }

  @Test
  void wantsAShell() {
    CommandLineRun trial = CommandLineRun.of("completion");

    assertThat(trial.exitCode()).isEqualTo(2);
    assertThat(trial.out()).isEmpty();
    assertThat(trial.err()).contains("An argument is missing: bash|zsh|fish.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bash", "sh", "", "../help/vidiexport.txt"})
  void knowsThreeShells(String shell) {
    CommandLineRun trial = CommandLineRun.of("completion", shell);

    assertThat(trial.exitCode()).isEqualTo(2);
    assertThat(trial.out()).isEmpty();
    assertThat(trial.err())
        .contains("Unknown shell \"%s\". There are bash, zsh and fish.".formatted(shell));
  }
}
