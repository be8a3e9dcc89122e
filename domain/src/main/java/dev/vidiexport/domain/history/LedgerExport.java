package dev.vidiexport.domain.history;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the ledger knows of an export. Immutable.
 *
 * @param fixed the {@link ExportIdentity#fixed} with which its first file was made; empty as long
 *     as there is none, because nothing is fixed until then
 * @param columns its columns, by ascending number; empty as long as there is no file
 */
public record LedgerExport(String name, Map<String, String> fixed, List<NumberedColumn> columns) {
  public LedgerExport {
    requireNonNull(name, "name must not be null");
    fixed = Collections.unmodifiableMap(new LinkedHashMap<>(fixed));
    columns = List.copyOf(columns);
  }
}
