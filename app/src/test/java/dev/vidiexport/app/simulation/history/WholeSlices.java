package dev.vidiexport.app.simulation.history;

import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.port.Ledger;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which slices no sync may ask for: they are whole, and as the project wants them. */
final class WholeSlices {
  private final SimulatedHistory history;

  WholeSlices(SimulatedHistory history) {
    this.history = history;
  }

  /** Those before a sync. What stands there whole counts, although it was only announced. */
  Set<SliceKey> now() {
    Set<SliceKey> whole = new HashSet<>();
    for (HistoryExport export : history.project.exports()) {
      String writing = ExportIdentity.of(export).writing();
      history.ledger.slices(
          export.name(),
          slice -> {
            if (!slice.underWay() && isCurrent(slice.answer(), writing)) {
              whole.add(slice.key());
            }
            boolean isStale = slice.answer().isPresent() && !isCurrent(slice.answer(), writing);
            if (isStale) {
              history.machine.reach(HistoryFault.SLICE_STALE);
            }
          });
      for (Ledger.Publication open : history.ledger.publications()) {
        if (open.key().export().equals(export.name())) {
          boolean isThere = history.target.has(open.key(), open.answer());
          if (isThere && isCurrent(Optional.of(open.answer()), writing)) {
            whole.add(open.key());
          }
        }
      }
    }
    return whole;
  }

  private static boolean isCurrent(Optional<SliceAnswer> answer, String writing) {
    return answer.filter(known -> known.writtenWith().equals(writing)).isPresent();
  }

  /** Whether a file is in its place, with its size and its digest. */
  boolean stands(PublishedFile file) {
    byte[] content = history.disk.disk().content(HistoryDisk.TARGET.resolve(file.path()));
    return content != null
        && content.length == file.bytes()
        && history.contents.has(content, file.sha256());
  }
}
