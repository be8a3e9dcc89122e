package dev.vidiexport.app.cli;

import dev.vidiexport.app.cli.help.GroupedHelp;
import dev.vidiexport.app.cli.prepared.PreparedCommands;
import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.UsageException;
import dev.vidiexport.app.console.UserMessages;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/** Turns any command line into a command. */
final class ParsedCommandLine {
  private final Console console;
  private final RootCommand root = new RootCommand();

  ParsedCommandLine(Console console) {
    this.console = console;
  }

  /** Runs a command line to its exit code. */
  int execute(String... arguments) {
    boolean isNamedFirst = arguments.length > 0 && CommandFactory.NAMES.contains(arguments[0]);
    return (isNamedFirst ? parser(arguments[0]) : parser()).execute(arguments);
  }

  /** What parses any command line, by the annotations of all commands. */
  CommandLine parser() {
    CommandLine line = new CommandLine(root);
    for (String name : CommandFactory.NAMES) {
      line.addSubcommand(CommandFactory.make(name, console));
    }
    return set(line);
  }

  /**
   * What parses a command line that names this command first, so that no other can be meant: by
   * what the build has prepared, because picocli takes its time for annotations.
   */
  private CommandLine parser(String command) {
    return set(
        new CommandLine(prepared(RootCommand.NAME, root))
            .addSubcommand(prepared(command, CommandFactory.make(command, console))));
  }

  private static CommandSpec prepared(String name, Object command) {
    return PreparedCommands.spec(name, command, PrerenderedHelp::naming);
  }

  private CommandLine set(CommandLine line) {
    line.setOut(console.out())
        .setErr(console.err())
        .setExpandAtFiles(false)
        .setAbbreviatedOptionsAllowed(false)
        .setAbbreviatedSubcommandsAllowed(false)
        .setHelpFactory(GroupedHelp::new)
        .setHelpSectionKeys(GroupedHelp.sections())
        .setUsageHelpWidth(100)
        .setUsageHelpAutoWidth(false)
        .setExecutionStrategy(this::run)
        .setExecutionExceptionHandler(
            (exception, failed, parsed) -> {
              throw exception;
            });
    withHelp(line);
    line.getSubcommands().values().forEach(ParsedCommandLine::withHelp);
    return line;
  }

  private static void withHelp(CommandLine line) {
    line.getCommandSpec().mixinStandardHelpOptions(true).versionProvider(new ProgramVersion());
    line.getCommandSpec().parser().collectErrors(true);
    line.getCommandSpec().usageMessage().abbreviateSynopsis(true).sortOptions(false);
    line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_FOOTER, ParsedCommandLine::footer);
  }

  /** The examples, whose lines stay whole however long the name of the program is. */
  private static String footer(CommandLine.Help help) {
    return Stream.of(help.commandSpec().usageMessage().footer())
        .map(line -> line + System.lineSeparator())
        .collect(Collectors.joining());
  }

  private int run(ParseResult parsed) {
    UserMessages messages = root.common.messages(console);
    return CommandExit.of(CommandNames.of(parsed), messages, () -> run(parsed, messages));
  }

  private int run(ParseResult parsed, UserMessages messages) {
    CommandLineProblems problems = new CommandLineProblems();
    FlagValues.collect(parsed, problems);
    if (problems.all().isEmpty()) {
      Integer help = CommandLine.executeHelpRequest(parsed);
      if (help != null) {
        return help;
      }
    }
    root.common.check(console, parsed.originalArgs(), problems);
    Object command = CommandNames.last(parsed).commandSpec().userObject();
    if (!(command instanceof Command known && known.checksPlugins())) {
      root.common.checkPlugins(console, problems);
    }
    ParseProblems.collect(parsed, problems);
    if (command instanceof Command chosen) {
      return chosen.run(root.common, problems, messages);
    }
    problems.throwIfAny();
    problems.add(
        "A command is needed: "
            + String.join(", ", parsed.commandSpec().subcommands().keySet())
            + ".");
    throw new UsageException(problems.all());
  }
}
