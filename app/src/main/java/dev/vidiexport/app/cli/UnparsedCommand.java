package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.UserMessages;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A command that was called by its name alone, and that needs nothing but its name: there is
 * nothing to parse, so it does without the parser.
 */
final class UnparsedCommand {
  private static final Set<String> NEED_NOTHING = Set.of("sinks", "data-types");

  private final String name;
  private final Console console;

  private UnparsedCommand(String name, Console console) {
    this.name = name;
    this.console = console;
  }

  /** The command of a command line; empty where the parser has to look. */
  static Optional<UnparsedCommand> of(Console console, String... arguments) {
    return arguments.length == 1 && NEED_NOTHING.contains(arguments[0])
        ? Optional.of(new UnparsedCommand(arguments[0], console))
        : Optional.empty();
  }

  /** Runs it to its exit code. */
  int run() {
    CommonOptions common = new CommonOptions();
    UserMessages messages = common.messages(console);
    return CommandExit.of("vidiexport " + name, messages, () -> run(common, messages));
  }

  private int run(CommonOptions common, UserMessages messages) {
    CommandLineProblems problems = new CommandLineProblems();
    common.check(console, List.of(name), problems);
    common.checkPlugins(console, problems);
    return CommandFactory.make(name, console).run(common, problems, messages);
  }
}
