package dev.vidiexport.app.simulation.history;

import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.failure.FailureReason;
import java.util.List;
import java.util.Optional;

/** A sync that ends before its time has a reason that really happened. */
final class EndingVerdict {
  private final SimulatedHistory history;
  private final SimulatedSync sync;
  private final boolean isCalm;
  private final List<String> findings;

  EndingVerdict(
      SimulatedHistory history, SimulatedSync sync, boolean isCalm, List<String> findings) {
    this.history = history;
    this.sync = sync;
    this.isCalm = isCalm;
    this.findings = findings;
  }

  void check() {
    Optional<FailureReason> ending = sync.ending();
    if (sync.hasPlanned() && sync.isShownTooLittle()) {
      history.machine.reach(HistoryFault.TOPOLOGY_SMALLER_ACCEPTED);
      if (!sync.schedule().acceptLoss()) {
        findings.add("believes that most locations are gone");
      }
    }
    if (ending.isEmpty()) {
      if (sync.result().isPresent() && sync.isCancelled()) {
        findings.add("went on although it was told to end");
      }
      return;
    }
    FailureReason reason = ending.get();
    if (reason == FailureReason.TOPOLOGY_SMALLER) {
      history.machine.reach(HistoryFault.TOPOLOGY_SMALLER);
    }
    if (isCalm || !isPlausible(reason)) {
      findings.add("ended for no reason: " + reason);
    }
  }

  private boolean isPlausible(FailureReason reason) {
    FailureKind kind = reason.kind();
    return switch (kind) {
      case OUTPUT_NOT_WRITTEN ->
          reason == FailureReason.SLICE_UNCERTAIN
              ? history.target.isInDoubt()
              : history.machine.hasTargetFailed() || history.machine.hasLedgerFailed();
      case CANCELLED -> sync.isCancelled();
      case TARGET_HELD -> sync.isHeld();
      case CREDENTIALS_REFUSED, UNREACHABLE -> history.service.hasEnded(reason);
      case PROTOCOL_BROKEN ->
          reason == FailureReason.TOPOLOGY_SMALLER
              && sync.isShownTooLittle()
              && !sync.schedule().acceptLoss();
      case DEFECT, INVALID_REQUEST, EXPORT_FAILED, TIME_OVER, REQUEST_REFUSED -> false;
    };
  }
}
