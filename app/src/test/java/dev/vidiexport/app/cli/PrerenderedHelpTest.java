package dev.vidiexport.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown without the parser is what the parser shows. */
class PrerenderedHelpTest {
  private static final Map<String, String> ENVIRONMENT = Map.of();

  static Stream<List<String>> commandLines() {
    return Stream.of("-h", "--help", "-V", "--version")
        .flatMap(
            asked ->
                Stream.concat(
                    Stream.of(List.of(asked)),
                    CommandFactory.NAMES.stream().map(command -> List.of(command, asked))));
  }

  @AfterEach
  void forgetProperties() {
    System.clearProperty("vidiexport.command");
    System.clearProperty("picocli.ansi");
  }

  @ParameterizedTest
  @MethodSource("commandLines")
  void isWhatTheParserShows(List<String> commandLine) {
    assertThatBothShowTheSame(commandLine);
  }

  @ParameterizedTest
  @MethodSource("commandLines")
  void isWhatTheParserShowsWhereverTheProgramLies(List<String> commandLine) {
    System.setProperty(
        "vidiexport.command", "java -jar " + "/a/long \\path{}$1".repeat(9) + ".jar");

    assertThatBothShowTheSame(commandLine);
  }

  @ParameterizedTest
  @MethodSource("commandLines")
  void isWhatTheParserShowsInColours(List<String> commandLine) {
    System.setProperty("picocli.ansi", "true");

    assertThatBothShowTheSame(commandLine);
  }

  private static void assertThatBothShowTheSame(List<String> commandLine) {
    String[] arguments = commandLine.toArray(String[]::new);

    CommandLineRun trial = CommandLineRun.of(ENVIRONMENT, arguments);

    assertThat(ready(arguments)).contains(trial.out());
    assertThat(trial).isEqualTo(CommandLineRun.parsed(ENVIRONMENT, arguments));
  }

  @Test
  void hasColours() {
    System.setProperty("picocli.ansi", "true");

    assertThat(ready("export", "--help").orElseThrow()).contains("\u001B[");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "export",
        "help",
        "--helping",
        "--quiet --help",
        "export export --help",
        "no-such-command --help",
        "no-such-command --version",
        "vidiexport --help",
        "command/export --help",
        "../vidiexport --help",
        "Export --help",
        "--help --help",
        "--help export",
        "export --help --version"
      })
  void leavesEverythingElseToTheParser(String commandLine) {
    assertThat(ready(commandLine.split(" "))).isEmpty();
    assertThat(ready()).isEmpty();
  }

  private static Optional<String> ready(String... arguments) {
    return PrerenderedHelp.of(CommandLineRun.console(ENVIRONMENT), arguments);
  }
}
