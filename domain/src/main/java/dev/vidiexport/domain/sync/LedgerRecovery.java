package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.port.HistoryClock;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.port.SliceStore;
import java.util.Optional;

/**
 * Finds what is true after a run that died: finishes a publication whose file is in its place, and
 * undoes one whose file is not. It looks at nothing else.
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
    Optional<PublishedFile> earlier = open.earlier().flatMap(SliceAnswer::file);
    Optional<PublishedFile> announced = open.answer().file();
    if (announced.isEmpty()) {
      earlier.ifPresent(file -> store.putAside(file, clock.now()));
      ledger.notePublished(open.key(), clock.now());
    } else if (store.settle(announced.get(), earlier, clock.now())) {
      ledger.notePublished(open.key(), clock.now());
    } else {
      ledger.noteUnpublished(open.key());
    }
  }
}
