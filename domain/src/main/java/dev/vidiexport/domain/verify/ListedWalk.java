package dev.vidiexport.domain.verify;

import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.port.LedgerReader;
import dev.vidiexport.domain.port.StandingSlices;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Goes through the slices with rows that the ledger lists, window by window: the slices of one
 * window are held at a time, and no writer of the ledger has to wait for what is done with them.
 */
final class ListedWalk {
  private final LedgerReader ledger;
  private final StandingSlices slices;
  private final VerifySettings settings;
  private final VerifyMeter meter;

  ListedWalk(
      LedgerReader ledger, StandingSlices slices, VerifySettings settings, VerifyMeter meter) {
    this.ledger = ledger;
    this.slices = slices;
    this.settings = settings;
    this.meter = meter;
  }

  /**
   * Shows the slices of an export that have rows, and that are selected.
   *
   * @param visitor may call the ledger
   */
  void show(VerifiedExport export, Consumer<SliceRecord> visitor) {
    Optional<TimeWindow> window = ledger.windowAfter(export.name(), Optional.empty());
    while (window.isPresent()) {
      meter.requireGoing();
      if (settings.selects(window.get())) {
        ledger.slicesIn(export.name(), window.get()).stream()
            .filter(this::isSelected)
            .forEach(visitor);
      }
      window = ledger.windowAfter(export.name(), window);
    }
  }

  private boolean isSelected(SliceRecord slice) {
    return slice
        .answer()
        .filter(SliceAnswer::hasRows)
        .map(answer -> slices.place(slice.key(), answer))
        .filter(settings.part()::has)
        .isPresent();
  }
}
