package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.demo.Demo;
import dev.vidiexport.app.plugins.SinkRegistry;
import picocli.CommandLine;

/** Shows the whole program at work, without credentials. */
@CommandLine.Command(
    name = "demo",
    description = "Exports made-up data into every format; needs no credentials.",
    footer = {
      "",
      "It serves a VidiCenter of its own for a few seconds, exports from it into every built-in",
      "format below ./vidiexport-demo, makes a page of it, and shows what came out. It needs no",
      "network either.",
      "",
      "Example:",
      "  ${sys:vidiexport.command:-vidiexport} demo"
    })
final class DemoCommand implements Command {
  private final Console console;

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run(CommonOptions common, CommandLineProblems problems, UserMessages messages) {
    SinkRegistry sinks = common.sinks(console, problems);
    problems.throwIfAny();
    return new Demo(console, messages, ProgramVersion.current()).run(sinks.builtIn());
  }
}
