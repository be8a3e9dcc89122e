package dev.vidiexport.app.tables;

import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.LedgerExport;
import dev.vidiexport.spi.SliceTable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which table keeps the rows of which export. Immutable.
 *
 * @param byName tables by the names of exports, in the order of the project file; those that the
 *     ledger alone knows come last
 */
public record ExportTables(Map<String, SliceTable> byName) {
  public ExportTables {
    byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
  }

  /**
   * The tables of a project file.
   *
   * @param exports each with a table
   */
  public static ExportTables of(List<HistoryExport> exports) {
    Map<String, SliceTable> byName = new LinkedHashMap<>();
    exports.forEach(
        export ->
            byName.put(
                export.name(),
                export
                    .table()
                    .orElseThrow(
                        () -> new IllegalArgumentException(export.name() + " has no table"))));
    return new ExportTables(byName);
  }

  /** These, and those of exports that the project file has no longer. */
  ExportTables with(List<LedgerExport> known) {
    Map<String, SliceTable> all = new LinkedHashMap<>(byName);
    known.forEach(
        export -> table(export).ifPresent(table -> all.putIfAbsent(export.name(), table)));
    return new ExportTables(all);
  }

  private static Optional<SliceTable> table(LedgerExport export) {
    String schema = export.fixed().getOrDefault("schema", "");
    return Optional.ofNullable(export.fixed().get("table"))
        .map(name -> new SliceTable(Optional.of(schema).filter(some -> !some.isEmpty()), name));
  }

  /** The table of an export, if anybody says which that is. */
  Optional<SliceTable> find(String export) {
    return Optional.ofNullable(byName.get(export));
  }

  /**
   * The table of an export.
   *
   * @throws IllegalArgumentException for an export that nobody knows
   */
  SliceTable of(String export) {
    return find(export).orElseThrow(() -> new IllegalArgumentException(export + " has no table"));
  }

  /** All of them, each once. */
  List<SliceTable> all() {
    return byName.values().stream().distinct().toList();
  }
}
