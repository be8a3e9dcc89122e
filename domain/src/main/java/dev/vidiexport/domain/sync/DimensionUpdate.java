package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.dimension.Dimension;
import dev.vidiexport.domain.dimension.DimensionTables;
import dev.vidiexport.domain.port.DimensionFiles;
import dev.vidiexport.domain.port.LedgerReader;

/** Keeps the files current of what things are called. */
final class DimensionUpdate {
  private final LedgerReader ledger;
  private final DimensionFiles files;

  DimensionUpdate(LedgerReader ledger, DimensionFiles files) {
    this.ledger = ledger;
    this.files = files;
  }

  /**
   * Has all files tell what the ledger knows.
   *
   * @param withTags whether there is one of tags
   */
  void write(boolean withTags) {
    DimensionTables tables = new DimensionTables();
    ledger.topologyChanges(tables::add);
    ledger.absences(tables::add);
    for (Dimension dimension : Dimension.values()) {
      if (dimension != Dimension.TAGS || withTags) {
        files.publish(tables.table(dimension));
      }
    }
  }
}
