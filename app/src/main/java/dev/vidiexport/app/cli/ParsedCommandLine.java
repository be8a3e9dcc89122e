package dev.vidiexport.app.cli;

import dev.vidiexport.app.cli.help.GroupedHelp;
import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.UsageException;
import dev.vidiexport.app.console.UserMessages;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
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
    return parser(isNamedFirst ? List.of(arguments[0]) : CommandFactory.NAMES).execute(arguments);
  }

  /**
   * What parses command lines.
   *
   * @param commands those that it knows; with one that is named first, no other can be meant, and
   *     picocli takes its time for each
   */
  CommandLine parser(List<String> commands) {
    CommandLine line = new CommandLine(root);
    for (String name : commands) {
      line.addSubcommand(CommandFactory.make(name, console));
    }
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
    ParseProblems.collect(parsed, problems);
    Object command = CommandNames.last(parsed).commandSpec().userObject();
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
