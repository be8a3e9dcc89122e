package dev.vidiexport.app.ledger;

import dev.vidiexport.app.ledger.SliceTable.Place;
import dev.vidiexport.domain.coverage.ColumnMeasure;
import dev.vidiexport.domain.coverage.PlaceCoverage;
import dev.vidiexport.domain.coverage.PlaceId;
import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.history.TimeWindow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is kept of the rows of answers, within a transaction. */
final class FactTable {
  private static final String OF_SLICE =
      " WHERE export = ? AND first_day = ? AND length = ? AND sources = ?";

  private final LedgerConnection connection;

  FactTable(LedgerConnection connection) {
    this.connection = connection;
  }

  /** Keeps what is to count when a publication does. */
  void announce(long publication, SliceFacts facts) throws SQLException {
    connection.update(
        "UPDATE publication SET metric_sums = ? WHERE number = ?", json(facts), publication);
    for (PlaceCoverage place : facts.places()) {
      connection.update(
          "INSERT INTO publication_place VALUES (?, ?, ?, ?, ?, ?, ?)",
          SliceTable.joined(new @Nullable Object[] {publication}, values(place)));
    }
    for (ColumnMeasure measure : facts.columns()) {
      connection.update(
          "INSERT INTO publication_measure VALUES (?, ?, ?)",
          publication,
          measure.number(),
          mean(measure));
    }
  }

  /** What was announced with a publication counts for its slice, and nothing else does. */
  void publish(Place place, long publication) throws SQLException {
    removeCells(place);
    connection.update(
        "UPDATE slice SET metric_sums = (SELECT metric_sums FROM publication WHERE number = ?)"
            + SliceTable.AT_PLACE,
        SliceTable.joined(new @Nullable Object[] {publication}, place.values()));
    connection.update(
        "INSERT INTO cell SELECT ?, ?, ?, ?, kind, place, rows, expected, measured, placeholder"
            + " FROM publication_place WHERE publication = ?",
        SliceTable.joined(ofSlice(place), new @Nullable Object[] {publication}));
    spread(
        "SELECT ?, number, ?, ?, mean, ?, mean FROM publication_measure WHERE publication = ?",
        SliceTable.joined(ofSpan(place), new @Nullable Object[] {publication}));
  }

  /** Keeps what is known of the rows of a slice, and nothing else. */
  void keep(Place place, SliceFacts facts) throws SQLException {
    removeCells(place);
    connection.update(
        "UPDATE slice SET metric_sums = ?" + SliceTable.AT_PLACE,
        SliceTable.joined(new @Nullable Object[] {json(facts)}, place.values()));
    for (PlaceCoverage some : facts.places()) {
      connection.update(
          "INSERT INTO cell VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          SliceTable.joined(ofSlice(place), values(some)));
    }
    for (ColumnMeasure measure : facts.columns()) {
      @Nullable Double mean = mean(measure);
      spread(
          "SELECT ?, ?, ?, ?, ?, ?, ?",
          new @Nullable Object[] {
            place.export(),
            measure.number(),
            place.length(),
            place.firstDay(),
            mean,
            place.firstDay(),
            mean
          });
    }
  }

  /** Forgets what is known of the rows of a slice. */
  void remove(Place place) throws SQLException {
    removeCells(place);
    connection.update("UPDATE slice SET metric_sums = NULL" + SliceTable.AT_PLACE, place.values());
  }

  private void removeCells(Place place) throws SQLException {
    connection.update("DELETE FROM cell" + OF_SLICE, ofSlice(place));
  }

  private void spread(String select, @Nullable Object[] values) throws SQLException {
    connection.update(
        "INSERT INTO column_span"
            + " (export, number, length, first_day, first_mean, last_day, last_mean) "
            + select
            + (select.contains(" FROM ") ? "" : " WHERE TRUE")
            + " ON CONFLICT DO UPDATE SET"
            + " first_mean = iif(excluded.first_day <= first_day, excluded.first_mean, first_mean),"
            + " first_day = min(first_day, excluded.first_day),"
            + " last_mean = iif(excluded.last_day >= last_day, excluded.last_mean, last_mean),"
            + " last_day = max(last_day, excluded.last_day)",
        values);
  }

  /** Something else is expected of some places than before. */
  void expect(
      long export, Set<PlaceId> places, BiFunction<PlaceId, TimeWindow, OptionalLong> expected)
      throws SQLException {
    for (Cell cell : cells(export, places)) {
      connection.update(
          "UPDATE cell SET expected = ?" + OF_SLICE + " AND kind = ? AND place = ?",
          orNull(expected.apply(cell.place(), cell.window())),
          export,
          cell.window().firstDay().toEpochDay(),
          StoredNumbers.ofLength(cell.window().length()),
          cell.sources(),
          StoredCoverage.number(cell.place().kind()),
          cell.place().id());
    }
  }

  private record Cell(TimeWindow window, long sources, PlaceId place) {}

  private List<Cell> cells(long export, Set<PlaceId> places) throws SQLException {
    Map<PlaceId, PlaceId> wanted =
        places.stream().collect(Collectors.toMap(one -> one, one -> one));
    List<Cell> cells = new ArrayList<>();
    @Nullable TimeWindow window = null;
    try (ResultSet found =
        connection.query(
            "SELECT first_day, length, sources, kind, place FROM cell WHERE export = ?", export)) {
      while (found.next()) {
        @Nullable PlaceId place = wanted.get(StoredCoverage.place(found, 4));
        if (place != null) {
          LocalDate firstDay = LocalDate.ofEpochDay(found.getLong(1));
          if (window == null || !window.firstDay().equals(firstDay)) {
            window = new TimeWindow(StoredNumbers.length(found.getInt(2)), firstDay);
          }
          cells.add(new Cell(window, found.getLong(3), place));
        }
      }
    }
    return cells;
  }

  private static @Nullable Object[] ofSlice(Place place) {
    return new @Nullable Object[] {
      place.export(), place.firstDay(), place.length(), place.sources()
    };
  }

  private static @Nullable Object[] ofSpan(Place place) {
    return new @Nullable Object[] {
      place.export(), place.length(), place.firstDay(), place.firstDay()
    };
  }

  private static @Nullable Object[] values(PlaceCoverage coverage) {
    return new @Nullable Object[] {
      StoredCoverage.number(coverage.place().kind()),
      coverage.place().id(),
      coverage.rows(),
      orNull(coverage.expected()),
      orNull(coverage.measured()),
      orNull(coverage.placeholder())
    };
  }

  private static @Nullable Long orNull(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }

  /** SQLite keeps no number that is not finite. */
  private static @Nullable Double mean(ColumnMeasure measure) {
    double mean = measure.sum() / measure.values();
    return Double.isFinite(mean) ? mean : null;
  }

  /** Numbers of columns and finite sums need no escaping. */
  private static String json(SliceFacts facts) {
    return facts.metricSums().entrySet().stream()
        .filter(sum -> Double.isFinite(sum.getValue()))
        .map(sum -> "\"%s\":%s".formatted(sum.getKey(), sum.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }
}
