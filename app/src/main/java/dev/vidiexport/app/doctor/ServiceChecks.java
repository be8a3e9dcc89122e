package dev.vidiexport.app.doctor;

import dev.vidiexport.app.advice.CommandLineAdvice;
import dev.vidiexport.app.console.MachineTime;
import dev.vidiexport.app.wiring.CommandSession;
import dev.vidiexport.app.wiring.SessionSettings;
import dev.vidiexport.domain.diagnosis.CheckMark;
import dev.vidiexport.domain.diagnosis.CheckName;
import dev.vidiexport.domain.diagnosis.CheckResult;
import dev.vidiexport.domain.diagnosis.ConnectionReview;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.listing.ListLocations;
import dev.vidiexport.domain.port.ConnectionTrial;
import dev.vidiexport.domain.text.NumberText;
import dev.vidiexport.domain.topology.Topology;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the program needs of VidiCenter, found out with six calls, of which none starts an export.
 */
final class ServiceChecks {
  private static final List<CheckName> OF_THE_WAY =
      List.of(
          CheckName.HOST_NAME,
          CheckName.CONNECTION,
          CheckName.ENCRYPTION,
          CheckName.CLOCK,
          CheckName.ACCOUNT);

  private final DoctorRun run;

  ServiceChecks(DoctorRun run) {
    this.run = run;
  }

  /** Nothing can be asked, because what is needed for it is wrong. */
  static void skip(Consumer<CheckResult> results) {
    String why = "Not checked: that needs an address and credentials.";
    OF_THE_WAY.forEach(name -> results.accept(CheckResult.skipped(name, why)));
    results.accept(CheckResult.skipped(CheckName.TOPOLOGY, why));
  }

  /** Asks, and tells each result as it comes. */
  void run(SessionSettings settings, Consumer<CheckResult> results) {
    try (CommandSession session = CommandSession.open(settings, run.console(), run.messages())) {
      List<CheckResult> way = way(session);
      way.forEach(results);
      boolean isKnown = way.stream().noneMatch(result -> result.mark() == CheckMark.FAILED);
      results.accept(
          isKnown
              ? topology(session)
              : CheckResult.skipped(
                  CheckName.TOPOLOGY, "Not checked: VidiCenter did not say who asks."));
    }
  }

  private List<CheckResult> way(CommandSession session) {
    ConnectionTrial trial = session.connectionTrial();
    run.signals().register(trial::cancel);
    return new ConnectionReview(
            trial.tryOut(run.timeLimit()), CommandLineAdvice::told, MachineTime.clock().instant())
        .results();
  }

  private CheckResult topology(CommandSession session) {
    Duration left = run.timeLimit().minus(run.time().elapsed());
    if (left.isNegative() || left.isZero()) {
      return CheckResult.failed(
          CheckName.TOPOLOGY, FailureKind.TIME_OVER, "No time was left to ask. Raise --timeout.");
    }
    ListLocations listing = session.listing(left);
    run.signals().register(listing::cancel);
    return CheckFailures.caught(
        CheckName.TOPOLOGY,
        CommandLineAdvice::told,
        () -> CheckResult.ok(CheckName.TOPOLOGY, told(listing.topology())));
  }

  private static String told(Topology topology) {
    return "%s, %s, %s."
        .formatted(
            NumberText.counted(topology.networks().size(), "network"),
            NumberText.counted(topology.sites().size(), "site"),
            NumberText.counted(topology.locations().size(), "location"));
  }
}
