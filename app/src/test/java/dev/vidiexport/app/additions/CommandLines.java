package dev.vidiexport.app.additions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.cli.CommandLineRun;
import java.util.List;
import java.util.stream.Stream;

/** What tests of command lines say again and again. */
final class CommandLines {
  private CommandLines() {}

  /** A run that has ended with 0. */
  static CommandLineRun good(CommandLineRun run) {
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run;
  }

  /** Words, and more of them behind. */
  static String[] words(List<String> first, String... more) {
    return Stream.concat(first.stream(), Stream.of(more)).toArray(String[]::new);
  }
}
