package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.Interruption;
import dev.vidiexport.app.console.Problems;
import dev.vidiexport.app.console.Talk;
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
  public int run(CommonOptions common, Problems problems, Talk talk) {
    Optional<SessionSettings> settings = connection.settings(console, problems);
    Optional<Duration> limit = timeout.read(problems);
    problems.throwIfAny();
    try (CommandSession session = CommandSession.open(settings.orElseThrow(), console, talk)) {
      Account account = session.account();
      Interruption interruption = Interruption.watch(talk);
      interruption.register(account::cancel);
      return interruption.run(() -> console.out().println(account.whoami(limit.orElseThrow())));
    }
  }
}
