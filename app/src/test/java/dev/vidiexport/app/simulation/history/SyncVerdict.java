package dev.vidiexport.app.simulation.history;

import dev.vidiexport.app.simulation.history.SyncSchedule.Death;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.SliceKey;
import java.util.ArrayList;
import java.util.List;

/** Holds what came of a sync against what must be true of every sync. */
final class SyncVerdict {
  private final SimulatedHistory history;
  private final SimulatedSync sync;
  private final boolean isCalm;
  private final List<String> findings = new ArrayList<>();

  /**
   * What is found of a sync that has ended.
   *
   * @param isCalm whether nothing met it
   */
  SyncVerdict(SimulatedHistory history, SimulatedSync sync, boolean isCalm) {
    this.history = history;
    this.sync = sync;
    this.isCalm = isCalm;
  }

  List<String> findings() {
    findings.addAll(sync.findings());
    findings.addAll(history.watch.columns().findings());
    findings.addAll(history.watch.answers().findings());
    boolean isRefusedTarget = sync.ending().filter(FailureReason.TARGET_HELD::equals).isPresent();
    if (isRefusedTarget) {
      checkHeld();
    }
    history.target.check(sync, isUndisturbed(), findings);
    new AnswerVerdict(history, findings).check();
    new FactsVerdict(history, isUndisturbed() && sync.hasPlanned(), findings).check();
    for (SliceKey key : history.watch.askedTwice()) {
      findings.add("began %s twice in one sync".formatted(SimulatedSync.told(key)));
    }
    new EndingVerdict(history, sync, isCalm, findings).check();
    sync.result()
        .ifPresent(result -> new ResultVerdict(history, sync, result, isCalm, findings).check());
    return findings;
  }

  /**
   * Whether it has come to an end of its own, and neither the target nor the ledger was in the way.
   */
  private boolean isUndisturbed() {
    return history.machine.death() == Death.NONE
        && sync.refusal().isEmpty()
        && history.watch.hasBegun()
        && !history.machine.hasTargetFailed()
        && !history.machine.hasLedgerFailed();
  }

  private void checkHeld() {
    history.machine.reach(HistoryFault.TARGET_HELD);
    if (!sync.isHeld()) {
      findings.add("found the target held, which nobody holds");
    }
    if (history.service.calls() > 0) {
      findings.add("called although another run holds the target");
    }
    if (sync.hasChangedTarget()) {
      findings.add("changed a target that another run holds");
    }
  }
}
