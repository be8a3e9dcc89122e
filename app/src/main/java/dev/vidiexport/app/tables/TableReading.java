package dev.vidiexport.app.tables;

import dev.vidiexport.app.project.HistoryTarget;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.port.FileRows;
import dev.vidiexport.domain.port.LedgerReader;
import dev.vidiexport.domain.port.ListedSlices;
import dev.vidiexport.domain.port.StandingSlices;
import dev.vidiexport.domain.port.StandingTables;
import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.SliceReader;
import dev.vidiexport.spi.SliceRows;
import dev.vidiexport.spi.SliceTable;
import dev.vidiexport.spi.SliceTables;
import dev.vidiexport.spi.SliceTarget;
import dev.vidiexport.spi.StandingSlice;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a history has in its tables. The database is asked for the first time when something
 * is wanted of it. Thread-safe.
 */
public final class TableReading
    implements ListedSlices, StandingSlices, StandingTables, AutoCloseable {
  /** An id that no ledger has: theirs are hexadecimal. */
  private static final String NO_LEDGER = "none";

  private final HistoryTarget.Database target;
  private final SliceTables tables;
  private final List<SliceTable> wanted;
  private final ExportTables exports;
  private final Optional<String> ledger;
  private final Map<String, String> writings;
  private @Nullable SliceReader opened;

  /**
   * For one ledger.
   *
   * @param tables of the target's format, as this run may use it
   * @param exports those of the project file; the ledger tells the tables of others
   * @param writings how the project file has their rows written ({@code ExportIdentity.writing}),
   *     by the names of exports: rows that were written so can be told from others
   */
  public TableReading(
      HistoryTarget.Database target,
      SliceTables tables,
      ExportTables exports,
      Map<String, String> writings,
      LedgerReader ledger) {
    this.target = target;
    this.writings = Map.copyOf(writings);
    this.tables = tables;
    // What has become of the tables of others must not keep these from being read.
    this.wanted = exports.all();
    this.exports = exports.with(ledger.exports());
    this.ledger = ledger.id();
  }

  /**
   * What reads.
   *
   * @throws ExportException {@code OUTPUT_NOT_WRITTEN} when the database cannot be read
   */
  private synchronized SliceReader reader() {
    if (opened == null) {
      SliceTarget known = new SliceTarget(target.address(), ledger, wanted);
      opened = new TableFailures(target.format()).ofReading(() -> tables.read(known));
    }
    return opened;
  }

  /**
   * Makes sure that a history without a ledger has no rows in its tables: whoever has lost the one
   * must not be told that there are none of the other.
   *
   * @throws ExportException {@code OUTPUT_NOT_WRITTEN} when one of the tables is there, or the
   *     database cannot be asked
   */
  public void requireNoTablesWithoutLedger() {
    if (ledger.isEmpty()) {
      SliceTarget others = new SliceTarget(target.address(), Optional.of(NO_LEDGER), wanted);
      new TableFailures(target.format()).ofReading(() -> tables.read(others)).close();
    }
  }

  @Override
  public FileRows open(
      SliceKey key, SliceAnswer listed, FileFormat format, List<NumberedColumn> columns)
      throws IOException {
    FileRows rows = rows(key, listed, format, columns);
    return listed.writtenWith().equals(writings.get(key.export()))
        ? new CheckedRows(rows, listed, place(key, listed))
        : rows;
  }

  @Override
  public FileRows rows(
      SliceKey key, SliceAnswer listed, FileFormat format, List<NumberedColumn> columns)
      throws IOException {
    SliceReader reader = reader();
    CommittedSlice wanted = TableSlice.committed(key, listed);
    SliceRows rows =
        told(
            key,
            () -> reader.rows(exports.of(key.export()), wanted.slice(), SliceColumns.of(columns)));
    boolean isGood = false;
    try {
      if (!rows.committed().equals(wanted)) {
        throw new IOException(
            "The rows %s of the history are not those that the ledger lists."
                .formatted(place(key, listed)));
      }
      TableRows read = new TableRows(rows, columns);
      isGood = true;
      return read;
    } finally {
      if (!isGood) {
        rows.close();
      }
    }
  }

  @Override
  public boolean isAsListed(SliceKey key, SliceAnswer listed) throws IOException {
    return look(key, listed) == Standing.AS_LISTED;
  }

  @Override
  public Standing look(SliceKey key, SliceAnswer listed, LongConsumer read) throws IOException {
    return look(key, listed);
  }

  private Standing look(SliceKey key, SliceAnswer listed) throws IOException {
    SliceReader reader = reader();
    CommittedSlice wanted = TableSlice.committed(key, listed);
    StandingSlice found = told(key, () -> reader.look(exports.of(key.export()), wanted.slice()));
    if (found.rows() == 0) {
      return Standing.ABSENT;
    }
    boolean isAsListed =
        found.rows() == wanted.rows() && found.committed().filter(wanted::equals).isPresent();
    return isAsListed ? Standing.AS_LISTED : Standing.OTHER;
  }

  private <T> T told(SliceKey key, TableFailures.Work<T> work) throws IOException {
    return told(place(key.export(), key.id()), work);
  }

  private static <T> T told(String place, TableFailures.Work<T> work) throws IOException {
    try {
      return work.run();
    } catch (IOException unreadable) {
      String said = String.valueOf(unreadable.getMessage());
      throw new IOException(
          "The rows %s of the history cannot be read: %s%s"
              .formatted(place, said, said.endsWith(".") ? "" : "."),
          unreadable);
    }
  }

  @Override
  public Optional<String> obstacle(FileFormat format) {
    return Optional.empty();
  }

  @Override
  public String place(SliceKey key, SliceAnswer listed) {
    return place(key.export(), key.id());
  }

  @Override
  public List<String> idsAfter(String export, Optional<String> last, int most) throws IOException {
    if (ledger.isEmpty() || exports.find(export).isEmpty()) {
      // Without a ledger whatever is there is another's; an export that never had rows has no
      // table.
      return List.of();
    }
    SliceReader reader = reader();
    return told(exports.of(export).name(), () -> reader.idsAfter(exports.of(export), last, most));
  }

  @Override
  public String place(String export, String id) {
    return exports.of(export).name() + "/" + id;
  }

  @Override
  public synchronized void close() {
    if (opened != null) {
      opened.close();
    }
  }
}
