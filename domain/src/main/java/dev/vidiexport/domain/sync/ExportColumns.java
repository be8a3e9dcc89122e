package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.history.HistoryColumns;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.domain.typing.KnownColumns;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The columns of an export, which grow with its slices. Several are written at a time, and a number
 * that one of them has been given is given to no other key, unless nothing came of that slice. So
 * all columns with a lower number than one that is published are known by then: a table names its
 * columns in this order. A column that only a slice has that is refused is no column of the export;
 * a table that cannot have it would take no other slice, either. Thread-safe.
 */
final class ExportColumns {
  private final HistoryExport export;
  private final KnownColumns catalogue;
  private final SortedMap<Integer, NumberedColumn> kept = new TreeMap<>();
  private final Map<NumberedColumn, Integer> claims = new HashMap<>();

  /**
   * Columns so far.
   *
   * @param catalogue what the catalogue knows of the export's rows
   * @param known the columns that the ledger has, by ascending number
   */
  ExportColumns(HistoryExport export, KnownColumns catalogue, List<NumberedColumn> known) {
    this.export = export;
    this.catalogue = catalogue;
    keep(known);
  }

  /** What the rows of a slice must fit that is asked for now. */
  synchronized HistoryColumns now() {
    return HistoryColumns.of(
        catalogue, export.columns(), known(), export.windowLength(), export.additions());
  }

  /**
   * Gives numbers to the columns of a slice, which are its own until they are {@linkplain #release
   * given back} or {@linkplain #keep kept}.
   *
   * @param file those that were received for it, which fit these
   */
  synchronized FileColumns claim(Schema file) {
    HistoryColumns columns = now();
    FileColumns claimed = new FileColumns(file, columns.ofFile(file), columns.addedTo(file));
    claimed.numbered().forEach(column -> claims.merge(column, 1, Integer::sum));
    return claimed;
  }

  /** Gives up what was claimed for a slice, once. */
  synchronized void release(FileColumns claimed) {
    claimed
        .numbered()
        .forEach(
            column ->
                claims.computeIfPresent(column, (key, times) -> times == 1 ? null : times - 1));
  }

  /** Has columns stay that were published. */
  synchronized void keep(List<NumberedColumn> published) {
    published.forEach(column -> kept.put(column.number(), column));
  }

  /** All that have a number, by ascending number. */
  synchronized List<NumberedColumn> known() {
    SortedMap<Integer, NumberedColumn> all = new TreeMap<>(kept);
    claims.keySet().forEach(column -> all.put(column.number(), column));
    return List.copyOf(all.values());
  }
}
