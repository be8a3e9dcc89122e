package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.Console;
import java.util.List;

/** The commands by their names. */
final class CommandFactory {
  /** All names, in the order in which the help lists them. */
  static final List<String> NAMES =
      List.of(
          "export",
          "init",
          "plan",
          "sync",
          "status",
          "verify",
          "extract",
          "report",
          "sinks",
          "data-types",
          "locations",
          "whoami",
          "sandbox",
          "demo",
          "completion");

  private CommandFactory() {}

  /** A command, made again. */
  static Command make(String name, Console console) {
    return switch (name) {
      case "export" -> new ExportCommand(console);
      case "init" -> new InitCommand(console);
      case "plan" -> new PlanCommand(console);
      case "status" -> new StatusCommand(console);
      case "verify" -> new VerifyCommand(console);
      case "sync" -> new SyncCommand(console);
      case "extract" -> new ExtractCommand(console);
      case "report" -> new ReportCommand(console);
      case "sinks" -> new SinksCommand(console);
      case "data-types" -> new DataTypesCommand(console);
      case "locations" -> new LocationsCommand(console);
      case "whoami" -> new WhoamiCommand(console);
      case "sandbox" -> new SandboxCommand(console);
      case "demo" -> new DemoCommand(console);
      case "completion" -> new CompletionCommand(console);
      default -> throw new IllegalArgumentException("name must be a command, but was " + name);
    };
  }
}
