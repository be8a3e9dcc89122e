package dev.vidiexport.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.vidiexport.domain.text.QuotedText;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whatever stands on a command line, it is refused in words that can be shown, or answered with a
 * help; no value of any option gets past that, nor becomes a defect. There are no credentials, so
 * that nobody is called. An input is an argument a line, the command first.
 */
class CommandLineFuzzTest {
  private static final List<String> COMMANDS = List.of("export", "locations", "whoami");

  /** What could complete the credentials, make files, or read jars. */
  private static final List<String> LEFT_OUT =
      List.of("--token-file", "--dry-run", "--report", "--plugins");

  @FuzzTest(maxDuration = "60s")
  void refusesOrHelps(byte[] input) {
    String[] arguments = new String(input, UTF_8).split("\n", -1);
    if (!COMMANDS.contains(arguments[0]) || Stream.of(arguments).anyMatch(this::isLeftOut)) {
      return;
    }

    CommandLineRun trial = CommandLineRun.of(Map.of(), arguments);

    assertThat(trial.exitCode()).as(trial.err()).isIn(0, 2);
    assertThat(trial.err().lines()).allMatch(QuotedText::isPrintable);
    assertThat(trial.out().lines()).allMatch(QuotedText::isPrintable);
    if (trial.exitCode() == 0) {
      assertThat(trial.out()).containsAnyOf("Usage: vidiexport", "vidiexport 0", "development");
    } else {
      assertThat(trial.err())
          .startsWith("vidiexport: ")
          .contains("Try: vidiexport " + arguments[0]);
    }
  }

  private boolean isLeftOut(String argument) {
    return LEFT_OUT.stream().anyMatch(argument::startsWith);
  }
}
