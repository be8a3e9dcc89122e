package dev.vidiexport.domain.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.text.CleanText;
import dev.vidiexport.domain.text.NumberText;
import dev.vidiexport.domain.text.QuotedText;
import dev.vidiexport.domain.typing.SchemaDiscovery;
import dev.vidiexport.domain.typing.ValueKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The columns of an answer whose values do not fit their fixed type, each with the first such
 * value.
 */
final class ColumnMisfits {
  /** How many columns are told of by name; no data type has so many whose type is fixed. */
  static final int MOST_TOLD = 50;

  /** Longer keys are shown, and not proposed: nobody writes them. */
  private static final int LONGEST_KEY = 200;

  private static final int MOST_CHARACTERS_OF_VALUE = 60;
  private static final int MOST_BYTES_KEPT = 4 * MOST_CHARACTERS_OF_VALUE + 4;

  /** A value as it is shown, and its row, counted from 1. */
  private record Misfit(long row, String value) {}

  private final Map<Integer, Misfit> firstByColumn = new TreeMap<>();
  private final BitSet columns = new BitSet();

  /** Takes note of a value that does not fit; only the first of a column is kept. */
  void add(int column, long row, ValueKind kind, byte[] utf8, int offset, int length) {
    if (!columns.get(column)) {
      columns.set(column);
      if (firstByColumn.size() < MOST_TOLD) {
        firstByColumn.put(column, new Misfit(row, shown(kind, utf8, offset, length)));
      }
    }
  }

  private static String shown(ValueKind kind, byte[] utf8, int offset, int length) {
    String value = new String(utf8, offset, Math.min(length, MOST_BYTES_KEPT), UTF_8);
    return kind == ValueKind.TEXT
        ? QuotedText.of(value)
        : CleanText.escaped(value, MOST_CHARACTERS_OF_VALUE);
  }

  boolean isEmpty() {
    return columns.isEmpty();
  }

  /**
   * What ends the run because of them, once all rows have been seen.
   *
   * @param timeKeys the keys in which a value that does not fit breaks the protocol
   */
  ExportException failure(SchemaDiscovery discovery, List<String> timeKeys) {
    for (Map.Entry<Integer, Misfit> misfit : firstByColumn.entrySet()) {
      if (timeKeys.contains(discovery.name(misfit.getKey()))) {
        return RowCutoff.withoutTime(misfit.getValue().row());
      }
    }
    return failure(discovery);
  }

  private ExportException failure(SchemaDiscovery discovery) {
    List<String> found = new ArrayList<>();
    List<String> proposed = new ArrayList<>();
    firstByColumn.forEach(
        (column, first) -> {
          String key = discovery.name(column);
          found.add(
              "%s is %s, but row %s has %s"
                  .formatted(
                      QuotedText.of(key),
                      discovery.type(column).label(),
                      NumberText.of(first.row()),
                      first.value()));
          if (key.length() <= LONGEST_KEY) {
            proposed.add(YamlKey.of(key) + ": " + discovery.fittingType(column).label());
          }
        });
    int more = columns.cardinality() - found.size();
    if (more > 0) {
      found.add("and so it is with %s".formatted(NumberText.counted(more, "more column")));
    }
    return new ExportException(
        FailureReason.ROWS_DO_NOT_FIT,
        "The rows do not fit the columns, whose types are fixed: %s.%s"
            .formatted(
                String.join("; ", found),
                proposed.isEmpty()
                    ? ""
                    : " They fit with columns: {%s}.".formatted(String.join(", ", proposed))));
  }
}
