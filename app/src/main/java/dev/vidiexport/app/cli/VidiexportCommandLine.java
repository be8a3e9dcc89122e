package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.ExitCode;
import dev.vidiexport.app.console.UserMessages;
import java.util.Optional;

/**
 * Answers a command line: what asks only for a help, a version or a list at once, everything else
 * by way of the parser, which takes longer to start than those take to answer.
 */
public final class VidiexportCommandLine {
  private final Console console;

  public VidiexportCommandLine(Console console) {
    this.console = console;
  }

  /** Runs a command line. Throws nothing: whatever happens becomes a message and an exit code. */
  public int execute(String... arguments) {
    int code = answer(arguments);
    console.out().flush();
    if (console.out().checkError()) {
      new UserMessages(console.err(), UserMessages.Level.NORMAL)
          .warn(
              "Standard output could not be written: it is closed or full. Let its reader read to"
                  + " the end, or write to a file where there is space.");
      return ExitCode.OUTPUT;
    }
    return code;
  }

  private int answer(String... arguments) {
    Optional<String> ready = PrerenderedHelp.of(console, arguments);
    if (ready.isEmpty()) {
      ready = CompletionScript.askedBy(arguments);
    }
    if (ready.isPresent()) {
      console.out().print(ready.orElseThrow());
      return ExitCode.DONE;
    }
    Optional<UnparsedCommand> bare = UnparsedCommand.of(console, arguments);
    return bare.isPresent()
        ? bare.orElseThrow().run()
        : new ParsedCommandLine(console).execute(arguments);
  }
}
