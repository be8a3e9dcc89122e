package dev.vidiexport.domain.audience;

import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.domain.report.ReportSpan;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Rows of one data type, for tests: written as texts, with {@code -} for null. */
final class CountedTable {
  private final RowShape shape;
  private final List<Column> columns = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  CountedTable(AudienceType type, TimeResolution resolution, boolean grouped) {
    shape = new RowShape(type, resolution, grouped);
    columns.add(new Column("location_id", ColumnType.WHOLE));
    columns.add(new Column("period_start", ColumnType.TIMESTAMP));
  }

  /** Whole numbers, by their names. */
  CountedTable whole(String... names) {
    Arrays.stream(names).forEach(name -> columns.add(new Column(name, ColumnType.WHOLE)));
    return this;
  }

  CountedTable decimal(String name) {
    columns.add(new Column(name, ColumnType.DECIMAL));
    return this;
  }

  CountedTable text(String... names) {
    Arrays.stream(names).forEach(name -> columns.add(new Column(name, ColumnType.TEXT)));
    return this;
  }

  /** A row: values between spaces, the time as {@code 2024-03-01T10:00}. */
  CountedTable row(String values) {
    List<String> row = List.of(values.trim().split(" +"));
    if (row.size() != columns.size()) {
      throw new IllegalArgumentException("values must be as many as columns, but were " + row);
    }
    rows.add(row);
    return this;
  }

  List<List<String>> rows() {
    return List.copyOf(rows);
  }

  /** The rows counted, all of one input, in this order. */
  AudienceCounter counted(ReportSpan span, ReportSettings settings) {
    return counted(span, settings, rows, rows.size() + 1);
  }

  /** The rows counted in another order, in batches of other sizes. */
  AudienceCounter shuffled(ReportSpan span, ReportSettings settings, Random random) {
    List<List<String>> other = new ArrayList<>(rows);
    Collections.shuffle(other, random);
    return counted(span, settings, other, 1 + random.nextInt(rows.size() + 1));
  }

  private AudienceCounter counted(
      ReportSpan span, ReportSettings settings, List<List<String>> ordered, int batchRows) {
    AudienceCounter counter = new AudienceCounter(shape, span, true, settings.averages());
    countInto(counter, ordered, batchRows);
    return counter;
  }

  /** Counts the rows as one input of a counter. */
  void countInto(AudienceCounter counter) {
    countInto(counter, rows, rows.size() + 1);
  }

  private void countInto(AudienceCounter counter, List<List<String>> ordered, int batchRows) {
    Schema schema = new Schema(columns);
    RowCounting counting = counter.rows(columns.stream().map(Column::name).toList(), schema);
    RowBatchBuilder batch = new RowBatchBuilder(schema);
    for (List<String> row : ordered) {
      put(batch, row);
      if (batch.batch().rows() == batchRows || batch.isFull()) {
        counting.add(batch.batch());
        batch.clear();
      }
    }
    if (batch.batch().rows() > 0) {
      counting.add(batch.batch());
    }
  }

  private void put(RowBatchBuilder batch, List<String> row) {
    for (int column = 0; column < columns.size(); column++) {
      String value = row.get(column);
      if (!value.equals("-")) {
        switch (columns.get(column).type()) {
          case WHOLE -> batch.putLong(column, Long.parseLong(value));
          case DECIMAL -> batch.putDouble(column, Double.parseDouble(value));
          case TIMESTAMP -> batch.putTimestamp(column, LocalDateTime.parse(value));
          default -> batch.putText(column, value);
        }
      }
    }
    batch.endRow();
  }

  /** The counted rows, of which every period of some cameras was asked for. */
  CountedRows of(ReportSpan span, ReportSettings settings, Long... asked) {
    return of(counted(span, settings), span, asked);
  }

  CountedRows of(AudienceCounter counter, ReportSpan span, Long... asked) {
    return new CountedRows(
        counter,
        asked.length == 0
            ? ExpectedCoverage.UNKNOWN
            : new RequestedCoverage(shape.resolution(), span, List.of(asked)),
        List.of(),
        Optional.empty());
  }

  /** A report of some counted rows. */
  static AudienceReport report(ReportSpan span, ReportSettings settings, CountedRows... rows) {
    return ReportReckoning.of(
        new ReportInput(span, List.of(rows), Optional.empty(), Map.of()), settings);
  }

  static ReportSpan days(String first, String last) {
    return ReportSpan.ofDays(LocalDate.parse(first), LocalDate.parse(last));
  }
}
