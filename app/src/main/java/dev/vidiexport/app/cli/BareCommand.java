package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.Problems;
import dev.vidiexport.app.console.Talk;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A command that was called by its name alone, and that needs nothing but its name: there is
 * nothing to parse, so it does without the parser.
 */
final class BareCommand {
  private static final Set<String> NEED_NOTHING = Set.of("sinks", "data-types");

  private final String name;
  private final Console console;

  private BareCommand(String name, Console console) {
    this.name = name;
    this.console = console;
  }

  /** The command of a command line; empty where the parser has to look. */
  static Optional<BareCommand> of(Console console, String... arguments) {
    return arguments.length == 1 && NEED_NOTHING.contains(arguments[0])
        ? Optional.of(new BareCommand(arguments[0], console))
        : Optional.empty();
  }

  /** Runs it to its exit code. */
  int run() {
    CommonOptions common = new CommonOptions();
    Talk talk = common.talk(console);
    return CommandEnd.of("vidiexport " + name, talk, () -> run(common, talk));
  }

  private int run(CommonOptions common, Talk talk) {
    Problems problems = new Problems();
    common.check(console, List.of(name), problems);
    return Commands.make(name, console).run(common, problems, talk);
  }
}
