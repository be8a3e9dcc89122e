package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.port.HistoryClock;
import dev.vidiexport.domain.port.HistoryFiles;
import dev.vidiexport.domain.port.Ledger;
import java.util.Optional;

/**
 * Finds what is true after a run that died: finishes a publication whose file is in its place, and
 * undoes one whose file is not. It looks at nothing else.
 */
final class LedgerRecovery {
  private final Ledger ledger;
  private final HistoryFiles files;
  private final HistoryClock clock;

  LedgerRecovery(Ledger ledger, HistoryFiles files, HistoryClock clock) {
    this.ledger = ledger;
    this.files = files;
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
      earlier.ifPresent(file -> files.putAside(file, clock.now()));
      ledger.notePublished(open.key(), clock.now());
    } else if (files.settle(announced.get(), earlier, clock.now())) {
      ledger.notePublished(open.key(), clock.now());
    } else {
      ledger.noteUnpublished(open.key());
    }
  }
}
