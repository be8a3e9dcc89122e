package dev.vidiexport.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command does without the parser is what it does behind it. */
class UnparsedCommandTest {
  private static final Map<String, String> NOTHING_SPECIAL = Map.of();
  private static final Map<String, String> NO_PLUGINS =
      Map.of("VIDIEXPORT_PLUGINS", "no/such/folder");
  private static final Map<String, String> LOST_CHARACTERS =
      Map.of("VIDICENTER_USERNAME", "m\uFFFDller");

  @ParameterizedTest
  @ValueSource(strings = {"sinks", "data-types"})
  void doesTheSame(String command) {
    assertThat(bare(NOTHING_SPECIAL, command)).isTrue();
    assertThat(CommandLineRun.of(NOTHING_SPECIAL, command))
        .isEqualTo(CommandLineRun.parsed(NOTHING_SPECIAL, command))
        .extracting(CommandLineRun::exitCode)
        .isEqualTo(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sinks", "data-types"})
  void seesTheSameEnvironment(String command) {
    assertThat(CommandLineRun.of(NO_PLUGINS, command))
        .isEqualTo(CommandLineRun.parsed(NO_PLUGINS, command));
    assertThat(CommandLineRun.of(LOST_CHARACTERS, command))
        .isEqualTo(CommandLineRun.parsed(LOST_CHARACTERS, command))
        .extracting(CommandLineRun::exitCode)
        .isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"export", "whoami", "demo", "", "Sinks", "sinks --json", "--quiet sinks"})
  void leavesEverythingElseToTheParser(String commandLine) {
    assertThat(bare(NOTHING_SPECIAL, commandLine.split(" "))).isFalse();
    assertThat(bare(NOTHING_SPECIAL)).isFalse();
  }

  private static boolean bare(Map<String, String> environment, String... arguments) {
    return UnparsedCommand.of(CommandLineRun.console(environment), arguments).isPresent();
  }
}
