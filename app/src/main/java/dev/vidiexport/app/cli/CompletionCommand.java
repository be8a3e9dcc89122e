package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.ExitCode;
import dev.vidiexport.app.console.UserMessages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** Prints the completion for a shell. */
@CommandLine.Command(
    name = CompletionScript.COMMAND,
    description = "Prints what makes a shell complete command lines of this program.",
    footer = {
      "",
      "The script reads the names of exports from the project file, and starts no Java.",
      "",
      "Example for bash, a line for ~/.bashrc:",
      "  source <(${sys:vidiexport.command:-vidiexport} completion bash)",
      "",
      "Example for zsh, a line for ~/.zshrc, below compinit:",
      "  source <(${sys:vidiexport.command:-vidiexport} completion zsh)",
      "",
      "Example for fish, to be run once:",
      "  ${sys:vidiexport.command:-vidiexport} completion fish > ~/.config/fish/completions/vidiexport.fish"
    })
final class CompletionCommand implements Command {
  private final Console console;

  @Parameters(index = "0", paramLabel = "bash|zsh|fish", description = "The shell.")
  private @Nullable String shell;

  CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run(CommonOptions common, CommandLineProblems problems, UserMessages messages) {
    if (shell != null && !CompletionScript.SHELLS.contains(shell)) {
      problems.add("Unknown shell \"%s\". There are bash, zsh and fish.".formatted(shell));
    }
    problems.throwIfAny();
    console.out().print(CompletionScript.of(String.valueOf(shell)));
    return ExitCode.DONE;
  }
}
