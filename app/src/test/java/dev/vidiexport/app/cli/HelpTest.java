package dev.vidiexport.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code --help} shows, word for word: users paste from it. */
class HelpTest {
  private static final Path GOLDEN = Path.of("src/test/resources/help");

  /** All that the program's own help lists, so that none goes without a test. */
  static Stream<String> commands() {
    return CommandLineTrial.of("--help")
        .out()
        .lines()
        .dropWhile(line -> !line.equals("Commands:"))
        .skip(1)
        .takeWhile(line -> !line.isEmpty())
        .map(line -> line.strip().split(" ")[0]);
  }

  @Test
  void showsTheCommands() throws Exception {
    CommandLineTrial trial = CommandLineTrial.of("--help");

    assertThatItShows(trial, "vidiexport.txt");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void showsACommand(String command) throws Exception {
    CommandLineTrial trial = CommandLineTrial.of(command, "--help");

    assertThatItShows(trial, command + ".txt");
    assertThat(trial.out()).contains("Example");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpsWhateverElseIsWrong(String command) {
    CommandLineTrial trial = CommandLineTrial.of(command, "--no-such-option", "--help");

    assertThat(trial.exitCode()).isZero();
    assertThat(trial.out()).isEqualTo(CommandLineTrial.of(command, "--help").out());
  }

  /** Users paste the examples, wherever the jar lies. */
  @ParameterizedTest
  @MethodSource("commands")
  void keepsTheLinesOfExamplesWhole(String command) throws Exception {
    String program = "java -jar " + "/some/long/path".repeat(8) + "/vidiexport.jar";
    System.setProperty("vidiexport.command", program);
    try {
      CommandLineTrial trial = CommandLineTrial.of(command, "--help");

      assertThat(trial.out().replace(program, "vidiexport"))
          .isEqualTo(Files.readString(GOLDEN.resolve(command + ".txt")));
    } finally {
      System.clearProperty("vidiexport.command");
    }
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
