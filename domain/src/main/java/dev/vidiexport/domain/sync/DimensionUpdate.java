package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.dimension.Dimension;
import dev.vidiexport.domain.dimension.DimensionTable;
import dev.vidiexport.domain.dimension.DimensionTables;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.port.DimensionStore;
import dev.vidiexport.domain.port.LedgerReader;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Keeps the tables current of what things are called. */
final class DimensionUpdate {
  private final LedgerReader ledger;
  private final DimensionStore store;

  DimensionUpdate(LedgerReader ledger, DimensionStore store) {
    this.ledger = ledger;
    this.store = store;
  }

  /**
   * Has all tables tell what the ledger knows. Rows that one cannot keep leave the others as good
   * as they are; where the target takes nothing, none of them is tried any more.
   *
   * @param withTags whether there is one of tags
   * @return why some could not be written, each reason once
   */
  Set<String> write(boolean withTags) {
    Set<String> reasons = new LinkedHashSet<>();
    DimensionTables tables = new DimensionTables();
    ledger.topologyChanges(tables::add);
    ledger.absences(tables::add);
    for (Dimension dimension : Dimension.values()) {
      if (dimension != Dimension.TAGS || withTags) {
        Optional<ExportException> failure = publish(tables.table(dimension));
        failure.map(ExportException::getMessage).ifPresent(reasons::add);
        if (failure.filter(DimensionUpdate::isOfTarget).isPresent()) {
          return reasons;
        }
      }
    }
    return reasons;
  }

  private Optional<ExportException> publish(DimensionTable table) {
    try {
      store.publish(table);
      return Optional.empty();
    } catch (ExportException failure) {
      if (!isOfTarget(failure) && failure.reason() != FailureReason.ROWS_NOT_KEPT) {
        throw failure;
      }
      return Optional.of(failure);
    }
  }

  private static boolean isOfTarget(ExportException failure) {
    return failure.kind() == FailureKind.OUTPUT_NOT_WRITTEN;
  }
}
