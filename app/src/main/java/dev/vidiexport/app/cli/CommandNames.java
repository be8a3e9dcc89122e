package dev.vidiexport.app.cli;

import picocli.CommandLine.ParseResult;

/** Which command a command line asks for. */
final class CommandNames {
  private CommandNames() {}

  /** The innermost command that was named. */
  static ParseResult last(ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    return last;
  }

  /** Its whole name, {@code vidiexport export}. */
  static String of(ParseResult parsed) {
    return last(parsed).commandSpec().qualifiedName();
  }
}
