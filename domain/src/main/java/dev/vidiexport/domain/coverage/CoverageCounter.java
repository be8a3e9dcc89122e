package dev.vidiexport.domain.coverage;

import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.rows.PlaceIds;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Counts what the rows of a slice say of its places and columns. For one thread.
 *
 * <p>A row whose place is null or cannot be read counts for no place; one whose time is so, or not
 * in the window, for no period.
 *
 * <p>Its memory is bounded: it holds two bits for each place and period, of at most 100,000 places
 * and at most 32 MiB together. Of an answer with more places none is told, because figures of some
 * of them would be taken for all.
 */
public final class CoverageCounter {
  private final List<ColumnTally> columns = new ArrayList<>();
  private final CoverageScratch scratch = new CoverageScratch();
  private final Optional<PlaceColumn> placeColumn;
  private final Optional<PeriodIndex> periods;
  private final Optional<PeriodColumns> periodColumns;
  private final PlaceTallies places;

  CoverageCounter(
      CoverageRules rules, TimeWindow window, List<NumberedColumn> numbered, Schema schema) {
    for (int column = 0; column < schema.size(); column++) {
      NumberedColumn known = numbered.get(column);
      if (!known.added()) {
        columns.add(
            new ColumnTally(known, column, schema.column(column).type(), rules.isMetric(known)));
      }
    }
    placeColumn = placeColumn(rules, numbered, schema);
    periods =
        rules.hasPeriods()
            ? Optional.of(PeriodIndex.of(window, rules.periods()))
            : Optional.empty();
    periodColumns = periods.map(index -> new PeriodColumns(index, numbered, schema));
    places = new PlaceTallies(periods.map(PeriodIndex::size).orElse(0));
  }

  private static Optional<PlaceColumn> placeColumn(
      CoverageRules rules, List<NumberedColumn> numbered, Schema schema) {
    return rules.places().stream()
        .filter(kind -> NumberedColumn.indexOf(numbered, kind.key()) >= 0)
        .findFirst()
        .map(
            kind -> {
              int column = NumberedColumn.indexOf(numbered, kind.key());
              return new PlaceColumn(kind, new PlaceIds(column, schema.column(column).type()));
            });
  }

  /** Counts rows; the batch is only read. */
  public void add(RowBatch batch) {
    scratch.begin(batch.rows());
    for (ColumnTally column : columns) {
      column.add(batch, scratch);
    }
    if (placeColumn.isPresent()) {
      placeColumn.get().ids().read(batch, scratch.places, scratch.isNamed);
      periodColumns.ifPresent(known -> known.read(batch, scratch));
      addRows(batch.rows());
    }
  }

  private void addRows(int rows) {
    long[] ids = scratch.places;
    boolean[] isNamed = scratch.isNamed;
    int[] periodOfRow = scratch.periods;
    boolean[] isMeasured = scratch.isMeasured;
    for (int row = 0; row < rows; row++) {
      if (isNamed[row]) {
        places.of(ids[row]).add(periodOfRow[row], isMeasured[row]);
      }
    }
  }

  /** What the rows added so far say. */
  public SliceMeasures measures() {
    return new SliceMeasures(
        placeColumn.filter(column -> !places.isFull()).stream()
            .flatMap(column -> places.all().stream().map(place -> measure(column.kind(), place)))
            .toList(),
        columns.stream()
            .filter(ColumnTally::hasValues)
            .map(ColumnTally::measure)
            .sorted(Comparator.comparing(ColumnMeasure::number))
            .toList());
  }

  private PlaceMeasure measure(PlaceKind kind, PlaceTally place) {
    return new PlaceMeasure(
        kind,
        place.id(),
        place.rows(),
        periods.stream().mapToLong(place::measured).findFirst(),
        periods.stream().mapToLong(place::placeholder).findFirst());
  }
}
