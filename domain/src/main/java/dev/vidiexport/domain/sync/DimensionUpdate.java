package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.dimension.Dimension;
import dev.vidiexport.domain.dimension.DimensionTables;
import dev.vidiexport.domain.port.DimensionStore;
import dev.vidiexport.domain.port.LedgerReader;

/** Keeps the tables current of what things are called. */
final class DimensionUpdate {
  private final LedgerReader ledger;
  private final DimensionStore store;

  DimensionUpdate(LedgerReader ledger, DimensionStore store) {
    this.ledger = ledger;
    this.store = store;
  }

  /**
   * Has all tables tell what the ledger knows.
   *
   * @param withTags whether there is one of tags
   */
  void write(boolean withTags) {
    DimensionTables tables = new DimensionTables();
    ledger.topologyChanges(tables::add);
    ledger.absences(tables::add);
    for (Dimension dimension : Dimension.values()) {
      if (dimension != Dimension.TAGS || withTags) {
        store.publish(tables.table(dimension));
      }
    }
  }
}
