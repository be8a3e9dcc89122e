package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.TerminationSignals;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.wiring.CommandSession;
import dev.vidiexport.app.wiring.SessionSettings;
import dev.vidiexport.domain.port.Account;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** Checks the credentials. */
@CommandLine.Command(
    name = "whoami",
    description = "Checks the credentials: asks VidiCenter whose they are.",
    footer = {
      "",
      "Example:",
      "  VIDICENTER_TOKEN=... ${sys:vidiexport.command:-vidiexport} whoami --username you@example.com"
    })
final class WhoamiCommand implements Command {
  private final Console console;

  @Mixin private final ConnectionOptions connection = new ConnectionOptions();

  @Mixin private final ShortTimeoutOption timeout = new ShortTimeoutOption();

  WhoamiCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run(CommonOptions common, CommandLineProblems problems, UserMessages messages) {
    Optional<Duration> limit = timeout.read(problems);
    Optional<SessionSettings> settings = connection.settings(limit, console, problems);
    problems.throwIfAny();
    try (CommandSession session = CommandSession.open(settings.orElseThrow(), console, messages)) {
      Account account = session.account();
      TerminationSignals signals = TerminationSignals.watch(messages);
      signals.register(account::cancel);
      return signals.run(() -> console.out().println(account.whoami(limit.orElseThrow())));
    }
  }
}
