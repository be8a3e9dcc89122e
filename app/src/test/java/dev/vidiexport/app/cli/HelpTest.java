package dev.vidiexport.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code --help} shows, word for word: users paste from it. */
class HelpTest {
  private static final Path GOLDEN = Path.of("src/test/resources/help");

  @Test
  void showsTheCommands() throws Exception {
    CommandLineTrial trial = CommandLineTrial.of("--help");

    assertThatItShows(trial, "vidiexport.txt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"export", "sinks", "data-types", "locations", "whoami", "sandbox"})
  void showsACommand(String command) throws Exception {
    CommandLineTrial trial = CommandLineTrial.of(command, "--help");

    assertThatItShows(trial, command + ".txt");
    assertThat(trial.out()).contains("Example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"export", "sinks", "data-types", "locations", "whoami", "sandbox"})
  void helpsWhateverElseIsWrong(String command) {
    CommandLineTrial trial = CommandLineTrial.of(command, "--no-such-option", "--help");

    assertThat(trial.exitCode()).isZero();
    assertThat(trial.out()).isEqualTo(CommandLineTrial.of(command, "--help").out());
  }

  @Test
  void showsTheVersionOfEveryCommand() {
    assertThat(CommandLineTrial.of("export", "--version").out())
        .startsWith("vidiexport ")
        .isEqualTo(CommandLineTrial.of("--version").out());
  }

  private static void assertThatItShows(CommandLineTrial trial, String golden) throws Exception {
    assertThat(trial.out()).isEqualTo(Files.readString(GOLDEN.resolve(golden)));
    assertThat(trial.err()).isEmpty();
    assertThat(trial.exitCode()).isZero();
  }
}
