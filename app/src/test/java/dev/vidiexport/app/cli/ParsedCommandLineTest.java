package dev.vidiexport.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A parser that knows the named command alone says what the parser of all commands says. */
class ParsedCommandLineTest {
  /** Without them nobody is called. */
  private static final Map<String, String> NO_CREDENTIALS = Map.of();

  static Stream<String> commandLines() {
    return CommandFactory.NAMES.stream()
        .filter(command -> !List.of("init", "sandbox", "demo").contains(command))
        .flatMap(
            command ->
                Stream.of(
                        "--json",
                        "--help",
                        "--no-such-option",
                        "--no-such-option --help",
                        "--plugins",
                        "--quiet --verbose",
                        "no-such-word",
                        "sinks",
                        "export --help",
                        "whoami --version",
                        "--jsn --quite",
                        "-- data-types")
                    .map(rest -> command + " " + rest));
  }

  @ParameterizedTest
  @MethodSource("commandLines")
  void needsTheNamedCommandAlone(String commandLine) {
    String[] arguments = commandLine.split(" ");

    CommandLineRun trial = CommandLineRun.parsed(NO_CREDENTIALS, arguments);

    assertThat(trial).isEqualTo(CommandLineRun.parsedByAll(NO_CREDENTIALS, arguments));
    assertThat(List.of(0, 2)).contains(trial.exitCode());
  }
}
