package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandException;
import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.ExitCode;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.http.sandbox.Sandbox;
import dev.vidiexport.http.sandbox.SandboxSettings;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** Serves a local VidiCenter until it is interrupted. */
@CommandLine.Command(
    name = "sandbox",
    description = "Serves a local VidiCenter with made-up data, until interrupted.",
    footer = {
      "",
      "It prints what to set for the other commands, and then serves.",
      "",
      "Example:",
      "  ${sys:vidiexport.command:-vidiexport} sandbox --port 8080",
      "",
      "Example of a history whose cameras are late, one of which is new:",
      "  ${sys:vidiexport.command:-vidiexport} sandbox --now 2024-03-01T06:00:00Z --late-uploads \\",
      "      --camera-appears 1060=2024-02-01"
    })
final class SandboxCommand implements Command {
  private final Console console;

  @Mixin private final SandboxOptions options = new SandboxOptions();

  SandboxCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run(CommonOptions common, CommandLineProblems problems, UserMessages messages) {
    Optional<SandboxSettings> settings = options.read(problems);
    problems.throwIfAny();
    try (Sandbox sandbox = Sandbox.start(settings.orElseThrow())) {
      console.out().println("export VIDICENTER_BASE_URL=" + sandbox.baseUrl());
      console.out().println("export VIDICENTER_USERNAME=" + sandbox.username());
      console.out().println("export VIDICENTER_TOKEN=" + sandbox.token());
      // Nobody could reach a sandbox whose address was lost; the caller reports that.
      if (console.out().checkError()) {
        return ExitCode.OUTPUT;
      }
      untilInterrupted();
      return ExitCode.DONE;
    } catch (IOException cannotListen) {
      throw new CommandException(
          ExitCode.USAGE,
          "The sandbox cannot listen on port %s: %s. Choose another --port, or 0 for any."
              .formatted(settings.orElseThrow().port(), cannotListen.getMessage()),
          cannotListen);
    }
  }

  /** A signal ends the process, and with it the sandbox, which holds nothing worth keeping. */
  private static void untilInterrupted() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
