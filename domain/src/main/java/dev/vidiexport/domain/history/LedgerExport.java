package dev.vidiexport.domain.history;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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

  /** An export without a file. */
  public static LedgerExport of(String name) {
    return new LedgerExport(name, Map.of(), List.of());
  }

  /**
   * What is known of it once a file was published.
   *
   * @param identity kept only where nothing is fixed yet
   * @param more columns, of which those that are new become known, and those that are known have
   *     this type now: the user may choose another
   * @throws IllegalStateException when one of them has the number, the key or the name of another
   *     that is known
   */
  public LedgerExport published(Map<String, String> identity, List<NumberedColumn> more) {
    List<NumberedColumn> all = new ArrayList<>(columns);
    for (NumberedColumn column : more) {
      all.removeIf(column::isSameColumnAs);
      if (!all.contains(column)) {
        all.stream()
            .filter(column::isInTheWayOf)
            .findFirst()
            .ifPresent(known -> refuse(known, column));
        all.add(column);
      }
    }
    all.sort(Comparator.comparing(NumberedColumn::number));
    return new LedgerExport(name, fixed.isEmpty() ? identity : fixed, all);
  }

  private void refuse(NumberedColumn known, NumberedColumn column) {
    throw new IllegalStateException(
        "A column of %s is known as %s and cannot become %s".formatted(name, known, column));
  }
}
