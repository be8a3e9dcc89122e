package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.port.HistoryClock;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.port.SliceStore;

/**
 * Finds what is true after a run that died: finishes a publication whose rows are in their place,
 * and undoes one whose rows are not. It looks at nothing else.
 */
final class LedgerRecovery {
  private final Ledger ledger;
  private final SliceStore store;
  private final HistoryClock clock;

  LedgerRecovery(Ledger ledger, SliceStore store, HistoryClock clock) {
    this.ledger = ledger;
    this.store = store;
    this.clock = clock;
  }

  /** Settles what is open. */
  void recover() {
    ledger.publications().forEach(this::settle);
  }

  private void settle(Ledger.Publication open) {
    if (store.settle(open, clock.now())) {
      ledger.notePublished(open.key(), clock.now());
    } else {
      ledger.noteUnpublished(open.key());
    }
  }
}
