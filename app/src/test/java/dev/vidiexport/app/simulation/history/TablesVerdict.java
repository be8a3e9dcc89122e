package dev.vidiexport.app.simulation.history;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.history.LedgerExport;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.sync.SyncResult;
import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.Slice;
import dev.vidiexport.spi.SliceTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** In the tables is what the ledger says, each row once, and nothing else. */
final class TablesVerdict {
  private final SimulatedHistory history;
  private final SimulatedSync sync;
  private final SimulatedDatabase database;
  private final Map<CommittedSlice, List<String>> rightRows;
  private final List<String> findings;
  private final Map<SliceKey, Ledger.Publication> open = new HashMap<>();
  private final Set<Slice> known = new HashSet<>();

  /**
   * Looks at tables after a sync.
   *
   * @param rightRows what was found there before, as the ledger says, and takes more
   */
  TablesVerdict(
      SimulatedHistory history,
      SimulatedSync sync,
      SimulatedDatabase database,
      Map<CommittedSlice, List<String>> rightRows,
      List<String> findings) {
    this.history = history;
    this.sync = sync;
    this.database = database;
    this.rightRows = rightRows;
    this.findings = findings;
  }

  /** What stands of one slice. */
  private record Standing(Optional<CommittedSlice> record, List<String> rows) {
    /** What has never had rows is not kept. */
    boolean isOf(SliceKey key, Optional<SliceAnswer> answer) {
      boolean isToldOf =
          answer
              .map(told -> record.equals(Optional.of(TablesTarget.committed(key, told))))
              .orElse(false);
      boolean isNothing = record.isEmpty() && answer.filter(SliceAnswer::hasRows).isEmpty();
      return isToldOf || isNothing;
    }
  }

  void check() {
    history.ledger.publications().forEach(each -> open.put(each.key(), each));
    Optional<ExportException> ending = sync.result().flatMap(SyncResult::ending);
    if (sync.result().isPresent() && ending.isEmpty() && !open.isEmpty()) {
      findings.add("a publication is open that nothing interrupted: " + open.keySet());
    }
    for (LedgerExport export : history.ledger.exports()) {
      history.ledger.slices(export.name(), slice -> check(slice.key(), slice.answer()));
    }
    for (SliceTable name : database.names()) {
      for (Slice slice : database.table(name).slices()) {
        if (!known.contains(slice)) {
          findings.add("the table has a slice that nobody owns: " + slice.id());
        }
      }
    }
  }

  private void check(SliceKey key, Optional<SliceAnswer> answer) {
    Slice slice = new Slice(key.id());
    known.add(slice);
    SimulatedTable table = database.table(HistoryProject.table(key.export()));
    Standing standing = new Standing(table.record(slice), table.rows(slice));
    long told = standing.record().map(CommittedSlice::rows).orElse(0L);
    if (standing.rows().size() != told) {
      findings.add(
          "the table has %s rows of %s, but says %s"
              .formatted(standing.rows().size(), SimulatedSync.told(key), told));
    }
    if (standing.isOf(key, answer)) {
      standing.record().ifPresent(right -> checkRows(right, standing.rows()));
    } else if (!isAnnounced(key, standing)) {
      findings.add(
          answer.isEmpty()
              ? "the table has %s, although there is no answer".formatted(standing.record())
              : "the ledger has %s of %s, but its table has %s"
                  .formatted(answer, SimulatedSync.told(key), standing.record()));
    }
  }

  private boolean isAnnounced(SliceKey key, Standing standing) {
    return Optional.ofNullable(open.get(key))
        .filter(publication -> standing.isOf(key, Optional.of(publication.answer())))
        .isPresent();
  }

  /** What was found to be right stays as it is. */
  private void checkRows(CommittedSlice right, List<String> rows) {
    List<String> before = rightRows.computeIfAbsent(right, first -> rows);
    if (!before.equals(rows)) {
      findings.add("the rows of %s have changed by themselves".formatted(right));
    }
  }
}
