package dev.vidiexport.app.simulation.history;

import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.SliceState;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.sync.MissingSlice;
import dev.vidiexport.domain.sync.SyncResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What was due was asked for, or is told of. */
final class DueVerdict {
  private static final Duration SOON = Duration.ofHours(2);

  /** So many in a row end the asking. */
  private static final int UNREACHABLE_IN_A_ROW = 3;

  private final SimulatedHistory history;
  private final SimulatedSync sync;
  private final SyncResult result;
  private final List<String> findings;

  DueVerdict(
      SimulatedHistory history, SimulatedSync sync, SyncResult result, List<String> findings) {
    this.history = history;
    this.sync = sync;
    this.result = result;
    this.findings = findings;
  }

  void check() {
    Set<SliceKey> told =
        result.missing().stream().map(MissingSlice::key).collect(Collectors.toSet());
    for (HistoryExport export : history.project.exports()) {
      history.ledger.slices(
          export.name(),
          slice -> {
            SliceKey key = slice.key();
            if (isWanted(slice) && !history.watch.answers().wasCalled(key) && !told.contains(key)) {
              check(key);
            }
          });
    }
  }

  private boolean isWanted(SliceRecord slice) {
    SliceKey key = slice.key();
    boolean isListed =
        key.sources().kind() != SourceKind.LOCATIONS
            || key.sources().ids().allMatch(history.topology::isPresent);
    return slice.answer().isPresent()
        && slice.state() != SliceState.RETIRED
        && isListed
        && sync.schedule().selects(key.window());
  }

  private void check(SliceKey key) {
    Instant planned = sync.planned();
    Instant soon = sync.begun().plus(SOON);
    boolean isDueSoon = history.promise.due(key, soon).isPresent();
    boolean isDue = history.promise.due(key, planned).isPresent();
    if (isDueSoon && !isDue && !sync.schedule().waitsForDue()) {
      history.machine.reach(HistoryFault.DUE_NOT_WAITED_FOR);
    }
    if (isDue || (isDueSoon && isWaitedFor(key.export()))) {
      findings.add("was due, and was not asked for: " + SimulatedSync.told(key));
    }
  }

  private boolean isWaitedFor(String export) {
    long unreachable =
        history.watch.failed().values().stream()
            .filter(failure -> failure.kind() == FailureKind.UNREACHABLE)
            .count();
    return sync.schedule().waitsForDue()
        && sync.schedule().longest().isEmpty()
        && unreachable < UNREACHABLE_IN_A_ROW
        && !history.watch.isGivenUp(export);
  }
}
