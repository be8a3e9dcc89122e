package dev.vidiexport.app.history;

import dev.vidiexport.app.advice.CommandLineAdvice;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.ExitCode;
import dev.vidiexport.app.console.MessageFields;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.project.ChosenProject;
import dev.vidiexport.app.wiring.Wiring;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.status.HistoryStatus;
import dev.vidiexport.domain.status.StatusBreach;
import dev.vidiexport.domain.status.StatusLimits;
import java.time.Instant;
import java.util.List;

/** Says how a history stands, changes nothing, and calls nobody. */
public final class StatusJob {
  private final ChosenProject chosen;
  private final StatusLimits limits;
  private final boolean hasColours;
  private final Console console;
  private final UserMessages messages;

  /**
   * A status to be found.
   *
   * @param limits what each export must keep
   * @param hasColours whether people see colours
   */
  public StatusJob(
      ChosenProject chosen,
      StatusLimits limits,
      boolean hasColours,
      Console console,
      UserMessages messages) {
    this.chosen = chosen;
    this.limits = limits;
    this.hasColours = hasColours;
    this.console = console;
    this.messages = messages;
  }

  /**
   * Does all of it.
   *
   * @return the exit code
   */
  public int run() {
    try {
      HistoryStatus status = find();
      if (chosen.selection().json()) {
        console.out().println(StatusJson.of(status));
      } else {
        StatusText.of(status, hasColours).forEach(console.out()::println);
      }
      console.out().flush();
      List<StatusBreach> breaches = limits.breaches(status.exports());
      breaches.stream()
          .map(BreachText::of)
          .forEach(line -> messages.warn(line, MessageFields.ofEnd(ExitCode.DIFFERENCE)));
      return breaches.isEmpty() ? ExitCode.DONE : ExitCode.DIFFERENCE;
    } catch (ExportException failure) {
      messages.error(CommandLineAdvice.toldOfHistory(failure.failure()), failure);
      return ExitCode.of(failure.kind());
    }
  }

  private HistoryStatus find() {
    Instant asOf = RunningClock.of(chosen.selection().asOf(), Wiring.pacer()).now();
    return HistoryStanding.of(new HistoryLedgers(console, chosen), chosen, asOf);
  }
}
