package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.ExitCode;
import dev.vidiexport.app.console.Problems;
import dev.vidiexport.app.console.Talk;
import dev.vidiexport.app.console.UsageException;
import dev.vidiexport.domain.failure.ExportException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/** Turns a command line into a command, and every end of it into an exit code. */
public final class VidiexportCommandLine {
  private final Console console;
  private final RootCommand root = new RootCommand();

  public VidiexportCommandLine(Console console) {
    this.console = console;
  }

  /** Runs a command line. Throws nothing: whatever happens becomes a message and an exit code. */
  public int execute(String... arguments) {
    int code = commandLine().execute(arguments);
    console.out().flush();
    if (console.out().checkError()) {
      root.common
          .talk(console)
          .warn(
              "Standard output could not be written: it is closed or full. Let what reads it read to"
                  + " the end, or write to a file where there is space.");
      return ExitCode.OUTPUT;
    }
    return code;
  }

  private CommandLine commandLine() {
    CommandLine line =
        new CommandLine(root)
            .addSubcommand(new ExportCommand(console))
            .addSubcommand(new SinksCommand(console))
            .addSubcommand(new DataTypesCommand(console))
            .addSubcommand(new LocationsCommand(console))
            .addSubcommand(new WhoamiCommand(console))
            .addSubcommand(new SandboxCommand(console))
            .addSubcommand(new DemoCommand(console));
    line.setOut(console.out())
        .setErr(console.err())
        .setExpandAtFiles(false)
        .setAbbreviatedOptionsAllowed(false)
        .setAbbreviatedSubcommandsAllowed(false)
        .setUsageHelpWidth(100)
        .setUsageHelpAutoWidth(false)
        .setExecutionStrategy(this::run)
        .setExecutionExceptionHandler(
            (exception, failed, parsed) -> {
              throw exception;
            });
    withHelp(line);
    line.getSubcommands().values().forEach(VidiexportCommandLine::withHelp);
    return line;
  }

  private static void withHelp(CommandLine line) {
    line.getCommandSpec().mixinStandardHelpOptions(true).versionProvider(new Version());
    line.getCommandSpec().parser().collectErrors(true);
    line.getCommandSpec().usageMessage().abbreviateSynopsis(true).sortOptions(false);
    line.getHelpSectionMap()
        .put(UsageMessageSpec.SECTION_KEY_FOOTER, VidiexportCommandLine::footer);
  }

  /** The examples, whose lines stay whole however long the name of the program is. */
  private static String footer(CommandLine.Help help) {
    return Stream.of(help.commandSpec().usageMessage().footer())
        .map(line -> line + System.lineSeparator())
        .collect(Collectors.joining());
  }

  private int run(ParseResult parsed) {
    Talk talk = root.common.talk(console);
    String name = CommandNames.of(parsed);
    try {
      Integer help = CommandLine.executeHelpRequest(parsed);
      if (help != null) {
        return help;
      }
      Problems problems = new Problems();
      ParseProblems.collect(parsed, problems);
      root.common.check(console, parsed.originalArgs(), problems);
      Object command = CommandNames.last(parsed).commandSpec().userObject();
      if (command instanceof Command chosen) {
        return chosen.run(root.common, problems, talk);
      }
      problems.throwIfAny();
      problems.add(
          "A command is needed: "
              + String.join(", ", parsed.commandSpec().subcommands().keySet())
              + ".");
      throw new UsageException(problems.all());
    } catch (UsageException usage) {
      talk.problems(name, usage.problems());
      return ExitCode.USAGE;
    } catch (ExportException failure) {
      talk.error(failure.getMessage(), failure);
      return ExitCode.of(failure.kind());
    } catch (RuntimeException | Error defect) {
      talk.error(ExportException.defect(defect).getMessage(), defect);
      return ExitCode.DEFECT;
    }
  }
}
