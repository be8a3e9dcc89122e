package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.Interruption;
import dev.vidiexport.app.console.Problems;
import dev.vidiexport.app.console.Talk;
import dev.vidiexport.app.limits.StateFolder;
import dev.vidiexport.app.wiring.Wiring;
import dev.vidiexport.domain.port.Account;
import dev.vidiexport.domain.port.Quota;
import dev.vidiexport.http.HttpSettings;
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
    Optional<HttpSettings> found = connection.settings(console, problems);
    Optional<Duration> limit = timeout.read(problems);
    problems.throwIfAny();
    HttpSettings settings = found.orElseThrow();
    Optional<Quota> quota = StateFolder.shared(settings.limits(), settings.owner(), console, talk);
    Account account = Wiring.account(settings, quota, talk);
    Interruption interruption = Interruption.watch();
    interruption.cancels(account::cancel);
    return interruption.run(() -> console.out().println(account.whoami(limit.orElseThrow())), talk);
  }
}
