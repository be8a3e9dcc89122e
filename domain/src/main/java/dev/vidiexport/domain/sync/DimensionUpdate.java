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
   * Has all tables tell what the ledger knows. One that cannot keeps none of the others from it.
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
        publish(tables.table(dimension)).ifPresent(reasons::add);
      }
    }
    return reasons;
  }

  private Optional<String> publish(DimensionTable table) {
    try {
      store.publish(table);
      return Optional.empty();
    } catch (ExportException failure) {
      if (failure.kind() != FailureKind.OUTPUT_NOT_WRITTEN
          && failure.reason() != FailureReason.ROWS_NOT_KEPT) {
        throw failure;
      }
      return Optional.of(String.valueOf(failure.getMessage()));
    }
  }
}
