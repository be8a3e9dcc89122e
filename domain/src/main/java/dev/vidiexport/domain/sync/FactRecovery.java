package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.coverage.CoverageCounter;
import dev.vidiexport.domain.coverage.FactRules;
import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.port.FileRows;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.port.ListedSlices;
import dev.vidiexport.domain.table.RowBatch;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes good that an earlier version of this program kept nothing of the rows of answers: it reads
 * them back. What cannot be read back without a doubt is to be written again. No version that kept
 * nothing kept rows in tables.
 */
final class FactRecovery {
  private static final int AT_A_TIME = 1_000;

  /** Whose files tell for sure what is null, and what type a value has. */
  private static final Set<String> FORMATS = Set.of("parquet", "jsonl");

  private final Ledger ledger;
  private final ListedSlices listed;
  private final CancellableSteps steps;

  FactRecovery(Ledger ledger, ListedSlices listed, CancellableSteps steps) {
    this.ledger = ledger;
    this.listed = listed;
    this.steps = steps;
  }

  /** Does it for all slices of an export. */
  void recover(HistoryExport export, FactRules rules) {
    List<SliceRecord> slices = ledger.withoutFacts(export.name(), AT_A_TIME);
    while (!slices.isEmpty()) {
      Reading reading = new Reading(export, rules, ledger.columns(export.name()));
      slices.forEach(slice -> recover(slice, reading));
      slices = ledger.withoutFacts(export.name(), AT_A_TIME);
    }
  }

  /** How the rows of an export are read. */
  private record Reading(HistoryExport export, FactRules rules, List<NumberedColumn> columns) {}

  private void recover(SliceRecord slice, Reading reading) {
    steps.requireGoingOn();
    SliceAnswer answer = slice.answer().orElseThrow();
    if (!answer.hasRows()) {
      ledger.noteFacts(slice.key(), reading.rules().ofNoRows(slice.key()));
      return;
    }
    Optional<SliceFacts> facts =
        isReadable(answer, reading.export())
            ? facts(slice.key(), answer, reading)
            : Optional.empty();
    if (facts.isEmpty()) {
      ledger.noteStale(slice.key());
    }
    ledger.noteFacts(slice.key(), facts.orElse(SliceFacts.NONE));
  }

  private static boolean isReadable(SliceAnswer answer, HistoryExport export) {
    return FORMATS.contains(export.format())
        && answer.writtenWith().equals(ExportIdentity.of(export).writing());
  }

  /** Empty where the rows are not those that were noted, or cannot be read. */
  private Optional<SliceFacts> facts(SliceKey key, SliceAnswer answer, Reading reading) {
    try {
      if (!listed.isAsListed(key, answer)) {
        return Optional.empty();
      }
      try (FileRows rows =
          listed.open(key, answer, FileFormat.of(reading.export()), reading.columns())) {
        CoverageCounter counter =
            reading.rules().coverage().counter(key.window(), rows.columns(), rows.schema());
        for (Optional<RowBatch> batch = rows.next(); batch.isPresent(); batch = rows.next()) {
          counter.add(batch.get());
        }
        return Optional.of(reading.rules().of(key, counter.measures(), reading.columns()));
      }
    } catch (IOException unreadable) {
      // Asking for it again brings rows that can be read.
      return Optional.empty();
    }
  }
}
