package dev.vidiexport.app.ledger;

import dev.vidiexport.domain.coverage.ColumnSpan;
import dev.vidiexport.domain.coverage.PlaceCoverage;
import dev.vidiexport.domain.coverage.PlaceId;
import dev.vidiexport.domain.coverage.PlaceKind;
import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.RowSpan;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.table.ColumnType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what is kept of the rows of answers, within a transaction. */
final class StoredCoverage {
  private static final String SUMS =
      "SELECT kind, place, sum(rows), sum(expected), sum(measured), sum(placeholder) FROM (%s)"
          + " GROUP BY kind, place ORDER BY kind, place";
  private static final String COLUMNS =
      "SELECT kind, place, rows, expected, measured, placeholder FROM ";
  private static final String OF_CELLS =
      COLUMNS + "cell WHERE export = ?1 AND first_day >= ?2 AND first_day < ?3";
  private static final String OF_MONTHS =
      COLUMNS + "place_month WHERE export = ?1 AND month >= ?3 AND month < ?4";
  private static final String OF_LATER_CELLS =
      COLUMNS + "cell WHERE export = ?1 AND first_day >= ?4 AND first_day < ?5";

  /** Beyond any day that a window may begin with. */
  private static final LocalDate FIRST_DAY = LocalDate.of(0, 1, 1);

  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  private final LedgerConnection connection;
  private final StoredNumbers numbers;

  StoredCoverage(LedgerConnection connection, StoredNumbers numbers) {
    this.connection = connection;
    this.numbers = numbers;
  }

  /** The number of a kind is for ever. */
  static int number(PlaceKind kind) {
    return switch (kind) {
      case LOCATION -> 0;
      case SITE -> 1;
    };
  }

  /**
   * The place of a row.
   *
   * @param kind where its kind stands; its id follows
   */
  static PlaceId place(ResultSet row, int kind) throws SQLException {
    return new PlaceId(
        row.getInt(kind) == 0 ? PlaceKind.LOCATION : PlaceKind.SITE, row.getLong(kind + 1));
  }

  /** What is kept of the rows of a slice; empty where nothing is. */
  Optional<SliceFacts> facts(SliceKey key) throws SQLException {
    Object[] slice = {
      numbers.findExport(key.export()),
      key.window().firstDay().toEpochDay(),
      StoredNumbers.ofLength(key.window().length()),
      numbers.findSources(key.sources())
    };
    String ofSlice = " WHERE export = ? AND first_day = ? AND length = ? AND sources = ?";
    long kept =
        connection.number(
            "SELECT count(*) FROM slice" + ofSlice + " AND metric_sums IS NOT NULL", slice);
    if (kept == 0) {
      return Optional.empty();
    }
    Map<Integer, Double> sums = new TreeMap<>();
    try (ResultSet found =
        connection.query(
            "SELECT j.key, j.value FROM slice AS s, json_each(s.metric_sums) AS j" + ofSlice,
            slice)) {
      while (found.next()) {
        sums.put(found.getInt(1), found.getDouble(2));
      }
    }
    List<PlaceCoverage> places = new ArrayList<>();
    try (ResultSet found =
        connection.query(COLUMNS + "cell" + ofSlice + " ORDER BY kind, place", slice)) {
      while (found.next()) {
        places.add(coverage(found));
      }
    }
    return Optional.of(new SliceFacts(places, sums, List.of()));
  }

  private static PlaceCoverage coverage(ResultSet row) throws SQLException {
    return new PlaceCoverage(
        place(row, 1), row.getLong(3), orEmpty(row, 4), orEmpty(row, 5), orEmpty(row, 6));
  }

  private static OptionalLong orEmpty(ResultSet row, int column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
  }

  /** Whole months are summed up already; only the windows of months that are cut are added up. */
  void totals(
      String export,
      Optional<LocalDate> start,
      Optional<LocalDate> end,
      Consumer<PlaceCoverage> visitor)
      throws SQLException {
    long number = numbers.findExport(export);
    LocalDate from = start.isPresent() ? firstDayOfWindow(number, start.get()) : FIRST_DAY;
    LocalDate after = end.orElse(LAST_DAY).plusDays(1);
    LocalDate firstMonth = from.minusDays(1).withDayOfMonth(1).plusMonths(1);
    LocalDate afterMonths = after.withDayOfMonth(1);
    if (!firstMonth.isBefore(afterMonths)) {
      show(SUMS.formatted(OF_CELLS), visitor, number, from.toEpochDay(), after.toEpochDay());
      return;
    }
    show(
        SUMS.formatted(String.join(" UNION ALL ", OF_CELLS, OF_MONTHS, OF_LATER_CELLS)),
        visitor,
        number,
        from.toEpochDay(),
        firstMonth.toEpochDay(),
        afterMonths.toEpochDay(),
        after.toEpochDay());
  }

  private LocalDate firstDayOfWindow(long export, LocalDate day) throws SQLException {
    long length = connection.number("SELECT length FROM cell WHERE export = ? LIMIT 1", export);
    return TimeWindow.around(StoredNumbers.length((int) length), day).firstDay();
  }

  private void show(String query, Consumer<PlaceCoverage> visitor, Object... values)
      throws SQLException {
    try (ResultSet found = connection.query(query, values)) {
      while (found.next()) {
        visitor.accept(coverage(found));
      }
    }
  }

  /** The spans of columns, by number; of those alone that the export has. */
  List<ColumnSpan> spans(String export) throws SQLException {
    Map<Integer, NumberedColumn> columns =
        StoredExport.known(connection, numbers, export).columns().stream()
            .collect(Collectors.toMap(NumberedColumn::number, Function.identity()));
    List<ColumnSpan> spans = new ArrayList<>();
    try (ResultSet found =
        connection.query(
            "SELECT number, length, first_day, last_day, first_mean, last_mean FROM column_span"
                + " WHERE export = ? ORDER BY number",
            numbers.findExport(export))) {
      while (found.next()) {
        if (columns.containsKey(found.getInt(1))) {
          NumberedColumn column = columns.get(found.getInt(1));
          WindowLength length = StoredNumbers.length(found.getInt(2));
          boolean isNumber =
              column.type() == ColumnType.WHOLE || column.type() == ColumnType.DECIMAL;
          spans.add(
              new ColumnSpan(
                  column,
                  new TimeWindow(length, LocalDate.ofEpochDay(found.getLong(3))),
                  new TimeWindow(length, LocalDate.ofEpochDay(found.getLong(4))),
                  mean(found, 5, isNumber),
                  mean(found, 6, isNumber)));
        }
      }
    }
    return spans;
  }

  private static OptionalDouble mean(ResultSet row, int column, boolean isNumber)
      throws SQLException {
    double mean = row.getDouble(column);
    return isNumber && !row.wasNull() ? OptionalDouble.of(mean) : OptionalDouble.empty();
  }

  /** From which window to which an export has rows. */
  Optional<RowSpan> rowSpan(String export) throws SQLException {
    Optional<TimeWindow> first = windowWithRows(export, "ASC");
    Optional<TimeWindow> last = windowWithRows(export, "DESC");
    return first.isPresent() && last.isPresent()
        ? Optional.of(new RowSpan(first.get(), last.get()))
        : Optional.empty();
  }

  private Optional<TimeWindow> windowWithRows(String export, String direction) throws SQLException {
    try (ResultSet found =
        connection.query(
            "SELECT first_day, length FROM slice WHERE export = ? AND rows > 0"
                + " ORDER BY first_day %1$s, length %1$s LIMIT 1".formatted(direction),
            numbers.findExport(export))) {
      return found.next()
          ? Optional.of(
              new TimeWindow(
                  StoredNumbers.length(found.getInt(2)), LocalDate.ofEpochDay(found.getLong(1))))
          : Optional.empty();
    }
  }
}
