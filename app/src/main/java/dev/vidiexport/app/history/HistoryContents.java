package dev.vidiexport.app.history;

import dev.vidiexport.app.project.HistoryTarget;
import dev.vidiexport.app.project.ProjectExport;
import dev.vidiexport.app.project.ProjectFile;
import dev.vidiexport.app.tables.TableReading;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.port.ForeignPlaces;
import dev.vidiexport.domain.port.LedgerReader;
import dev.vidiexport.domain.port.ListedSlices;
import dev.vidiexport.domain.port.RowFileReader;
import dev.vidiexport.domain.port.StandingSlices;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a history has, for those who read it.
 *
 * @param listed reads the rows that the ledger lists
 * @param standing compares them with the ledger
 * @param foreign finds what the ledger does not list
 * @param reading lets go of what is read from
 */
record HistoryContents(
    ListedSlices listed, StandingSlices standing, ForeignPlaces foreign, Runnable reading)
    implements AutoCloseable {
  /**
   * What the target of a project has, as its ledger lists it.
   *
   * @throws ExportException {@code OUTPUT_NOT_WRITTEN} when a database has its tables, and there is
   *     no ledger
   */
  static HistoryContents of(ProjectFile project, LedgerReader ledger, RowFileReader reader) {
    if (project.target() instanceof HistoryTarget.Database database) {
      TableReading reading =
          new TableReading(
              database,
              database.format().provider().sliceTables().orElseThrow(),
              HistoryStores.tablesOf(project),
              writings(project),
              ledger);
      reading.requireNoTablesWithoutLedger();
      return new HistoryContents(reading, reading, reading, reading::close);
    }
    Path folder = ((HistoryTarget.Folder) project.target()).path();
    LocalStandingFiles files = new LocalStandingFiles(folder, reader);
    return new HistoryContents(new ListedHistoryFiles(folder, reader), files, files, () -> {});
  }

  private static Map<String, String> writings(ProjectFile project) {
    return project.exports().stream()
        .map(ProjectExport::history)
        .collect(
            Collectors.toMap(HistoryExport::name, history -> ExportIdentity.of(history).writing()));
  }

  /** Why the rows of an export cannot be read back at all; empty when they can. */
  static Optional<String> obstacle(HistoryExport export, RowFileReader reader) {
    return export.table().isPresent() ? Optional.empty() : reader.obstacle(FileFormat.of(export));
  }

  @Override
  public void close() {
    reading.run();
  }
}
