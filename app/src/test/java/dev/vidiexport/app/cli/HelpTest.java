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
    return CommandLineRun.of("--help")
        .out()
        .lines()
        .dropWhile(line -> !line.equals("Commands:"))
        .skip(1)
        .takeWhile(line -> !line.isEmpty())
        .map(line -> line.strip().split(" ")[0]);
  }

  @Test
  void showsTheCommands() throws Exception {
    CommandLineRun trial = CommandLineRun.of("--help");

    assertThatItShows(trial, "vidiexport.txt");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void showsACommand(String command) throws Exception {
    CommandLineRun trial = CommandLineRun.of(command, "--help");

    assertThatItShows(trial, command + ".txt");
    assertThat(trial.out()).contains("Example");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpsWhateverElseIsWrong(String command) {
    CommandLineRun trial = CommandLineRun.of(command, "--no-such-option", "--help");

    assertThat(trial.exitCode()).isZero();
    assertThat(trial.out()).isEqualTo(CommandLineRun.of(command, "--help").out());
  }

  /** Users paste the examples, wherever the jar lies. */
  @ParameterizedTest
  @MethodSource("commands")
  void keepsTheLinesOfExamplesWhole(String command) throws Exception {
    String program = "java -jar " + "/some/long/path".repeat(8) + "/vidiexport.jar";
    System.setProperty("vidiexport.command", program);
    try {
      CommandLineRun trial = CommandLineRun.of(command, "--help");

      assertThat(trial.out().replace(program, "vidiexport"))
          .isEqualTo(Files.readString(GOLDEN.resolve(command + ".txt")));
    } finally {
      System.clearProperty("vidiexport.command");
    }
  }

  @Test
  void showsTheVersionOfEveryCommand() {
    assertThat(CommandLineRun.of("export", "--version").out())
        .startsWith("vidiexport ")
        .isEqualTo(CommandLineRun.of("--version").out());
  }

  private static void assertThatItShows(CommandLineRun trial, String golden) throws Exception {
    assertThat(trial.out()).isEqualTo(Files.readString(GOLDEN.resolve(golden)));
    assertThat(trial.err()).isEmpty();
    assertThat(trial.exitCode()).isZero();
  }
}
