package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.fingerprint.RowFingerprint;
import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.port.HistoryClock;
import dev.vidiexport.domain.port.LedgerReader;
import dev.vidiexport.domain.port.SliceReplacement;
import dev.vidiexport.domain.port.SliceStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Removes the rows of slices from a table before the ledger forgets these: what was marked as lost
 * may have all its rows there, beside which those of other slices would count twice. A file of such
 * a slice stays, as it counts for nothing.
 *
 * <p>Nothing of that is announced, as there is no answer that could be noted: whoever dies before
 * the slices are forgotten finds them lost, and removes their rows once more.
 */
final class LostRows {
  private final LedgerReader ledger;
  private final SliceStore store;
  private final HistoryClock clock;
  private final PublicationTurns turns;

  LostRows(LedgerReader ledger, SliceStore store, HistoryClock clock, PublicationTurns turns) {
    this.ledger = ledger;
    this.store = store;
    this.clock = clock;
    this.turns = turns;
  }

  /**
   * Removes what may stand of slices of one export that are to be forgotten.
   *
   * @param slices by window; there may be millions of them
   * @throws dev.vidiexport.domain.failure.ExportException when it cannot be removed, or nobody
   *     knows whether it is
   */
  void remove(HistoryExport export, List<SliceKey> slices) {
    if (export.table().isEmpty()) {
      return;
    }
    Optional<TimeWindow> window = Optional.empty();
    Map<SliceKey, SliceRecord> lost = Map.of();
    for (SliceKey key : slices) {
      if (!window.equals(Optional.of(key.window()))) {
        window = Optional.of(key.window());
        lost = lost(export, key.window());
      }
      Optional.ofNullable(lost.get(key)).ifPresent(slice -> remove(export, slice));
    }
  }

  private Map<SliceKey, SliceRecord> lost(HistoryExport export, TimeWindow window) {
    return ledger.slicesIn(export.name(), window).stream()
        .filter(slice -> slice.answer().isEmpty() && slice.lastRevision() > 0)
        .collect(Collectors.toMap(SliceRecord::key, Function.identity()));
  }

  private void remove(HistoryExport export, SliceRecord slice) {
    Instant now = clock.now();
    SliceAnswer none =
        new SliceAnswer(
            Optional.empty(),
            0,
            0,
            RowFingerprint.ofNoRows(),
            slice.lastRevision() + 1,
            Optional.empty(),
            now,
            now,
            ExportIdentity.of(export).writing());
    SliceReplacement replacement =
        new SliceReplacement(none, Optional.empty(), ledger.columns(export.name()), now);
    turns.take(
        () -> {
          store.remove(slice.key(), replacement);
          return replacement;
        });
  }
}
