package dev.vidiexport.engines;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A table as an engine reads it. Equal to that of another engine when names and kinds of columns
 * are, and the rows as a multiset.
 *
 * @param columns the kind of each column, by name
 * @param rows the values of each row in the order of the names, as a text, in ascending order
 */
record ReadTable(SortedMap<String, Kind> columns, List<String> rows) {
  /** What a column holds, whatever an engine calls it. */
  enum Kind {
    WHOLE,
    DECIMAL,
    TEXT,
    BOOLEAN,
    /** A wall time, of no zone. */
    TIME,
    DATE
  }

  /** A table of columns in any order, and of rows whose values stand in that order. */
  static ReadTable of(Map<String, Kind> columns, List<? extends List<?>> rows) {
    SortedMap<String, Kind> sorted = new TreeMap<>(columns);
    List<String> names = List.copyOf(columns.keySet());
    int[] places = sorted.keySet().stream().mapToInt(names::indexOf).toArray();
    return new ReadTable(
        sorted,
        rows.stream()
            .map(row -> Arrays.stream(places).mapToObj(place -> text(row.get(place))).toList())
            .map(List::toString)
            .sorted()
            .toList());
  }

  /** Tells a text from a number, and null from a text; values of other classes are no good. */
  private static String text(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof String text) {
      return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
    if (value instanceof Long || value instanceof Double || value instanceof Boolean) {
      return value.toString();
    }
    if (value instanceof LocalDate || value instanceof LocalDateTime) {
      return value.toString();
    }
    throw new IllegalArgumentException("no value of a history: " + value.getClass());
  }
}
