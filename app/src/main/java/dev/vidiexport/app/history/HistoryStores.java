package dev.vidiexport.app.history;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.app.export.TimeLimitedTables;
import dev.vidiexport.app.project.HistoryTarget;
import dev.vidiexport.app.project.ProjectExport;
import dev.vidiexport.app.project.ProjectFile;
import dev.vidiexport.app.staging.ChosenSink;
import dev.vidiexport.app.staging.DimensionFolder;
import dev.vidiexport.app.staging.HistoryFolder;
import dev.vidiexport.app.staging.TargetFolder;
import dev.vidiexport.app.tables.ExportTables;
import dev.vidiexport.app.tables.TableDimensions;
import dev.vidiexport.app.tables.TableReading;
import dev.vidiexport.app.tables.TableStore;
import dev.vidiexport.app.wiring.Wiring;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.port.DimensionStore;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.port.ListedSlices;
import dev.vidiexport.domain.port.SliceStore;
import dev.vidiexport.spi.SliceTables;
import java.util.Map;

/**
 * What a sync keeps a history with.
 *
 * @param store takes the rows
 * @param listed reads back what stands there
 * @param dimensions takes what places are called
 * @param reading lets go of what {@code listed} reads from
 */
record HistoryStores(
    SliceStore store, ListedSlices listed, DimensionStore dimensions, Runnable reading)
    implements AutoCloseable {
  /**
   * Makes them, and looks whether they can work.
   *
   * @param target is held
   * @param ledger of the target
   * @throws ExportException {@code TARGET_HELD} when another run has the tables; {@code
   *     OUTPUT_NOT_WRITTEN} when nothing could be written
   */
  static HistoryStores of(HeldTarget target, Ledger ledger, SyncSinks sinks) {
    return target instanceof HeldTarget.Database database
        ? ofTables(database.target(), ledger, sinks)
        : ofFiles(((HeldTarget.Folder) target).folder(), sinks);
  }

  private static HistoryStores ofFiles(TargetFolder target, SyncSinks sinks) {
    Map<String, ChosenSink> byExport = sinks.byExport();
    HistoryFolder folder = new HistoryFolder(target, name -> requireNonNull(byExport.get(name)));
    folder.check(byExport.values());
    SyncOrder order = sinks.order();
    return new HistoryStores(
        folder,
        new ListedHistoryFiles(target.path(), Wiring.rowFileReader()),
        new DimensionFolder(target, order.dimensions(), order.settings().programVersion()),
        () -> {});
  }

  private static HistoryStores ofTables(
      HistoryTarget.Database target, Ledger ledger, SyncSinks sinks) {
    SliceTables tables =
        new TimeLimitedTables(
            target.format().provider().sliceTables().orElseThrow(),
            sinks.limit(target.format().name()));
    ExportTables exports = tablesOf(sinks.order().chosen().project());
    TableReading reading = new TableReading(target, tables, exports, Map.of(), ledger);
    TableStore store = TableStore.hold(target, tables, exports, ledger);
    return new HistoryStores(
        store,
        reading,
        new TableDimensions(store, sinks.order().settings().programVersion()),
        reading::close);
  }

  /** The tables of all exports of a project file. */
  static ExportTables tablesOf(ProjectFile project) {
    return ExportTables.of(project.exports().stream().map(ProjectExport::history).toList());
  }

  @Override
  public void close() {
    try {
      reading.run();
    } finally {
      store.close();
    }
  }
}
