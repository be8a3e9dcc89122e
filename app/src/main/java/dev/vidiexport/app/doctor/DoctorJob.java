package dev.vidiexport.app.doctor;

import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.ExitCode;
import dev.vidiexport.app.console.TerminationSignals;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.wiring.SessionSettings;
import dev.vidiexport.app.wiring.Wiring;
import dev.vidiexport.domain.diagnosis.CheckResult;
import dev.vidiexport.domain.diagnosis.CheckSummary;
import dev.vidiexport.http.BaseUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks all that an export needs, and a sync where there is a project. Starts no export. */
public final class DoctorJob {
  private final DoctorOrder order;
  private final Console console;
  private final UserMessages messages;
  private final List<CheckResult> results = new ArrayList<>();

  public DoctorJob(DoctorOrder order, Console console, UserMessages messages) {
    this.order = order;
    this.console = console;
    this.messages = messages;
  }

  /**
   * Does all of it, and tells what was found on standard output, check by check.
   *
   * @return the exit code of what weighs most
   */
  public int run() {
    TerminationSignals signals = TerminationSignals.watch(messages);
    int ended = signals.run(() -> check(signals));
    if (ended != ExitCode.DONE) {
      return ended;
    }
    CheckSummary summary = new CheckSummary(results);
    int code = summary.kind().map(ExitCode::of).orElse(ExitCode.DONE);
    console
        .out()
        .println(order.json() ? DoctorJson.of(summary, code) : DoctorText.summary(summary));
    return code;
  }

  private void check(TerminationSignals signals) {
    new MachineChecks(console, order.sinks()).results().forEach(this::tell);
    order.settings().forEach(this::tell);
    DoctorRun run = new DoctorRun(console, messages, signals, Wiring.pacer(), order.timeLimit());
    order
        .session()
        .ifPresentOrElse(
            session -> new ServiceChecks(run).run(session, this::tell),
            () -> ServiceChecks.skip(this::tell));
    Optional<BaseUrl> address =
        order.session().map(SessionSettings::http).map(http -> http.baseUrl());
    order
        .project()
        .ifPresentOrElse(
            project -> new ProjectChecks(run).run(project, address, this::tell),
            () -> ProjectChecks.skip(this::tell));
  }

  private void tell(CheckResult result) {
    results.add(result);
    if (!order.json()) {
      console.out().println(DoctorText.line(result));
      console.out().flush();
    }
  }
}
