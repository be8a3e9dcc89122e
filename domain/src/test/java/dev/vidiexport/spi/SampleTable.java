package dev.vidiexport.spi;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table for a test to write. Immutable.
 *
 * @param schema its columns
 * @param rows its rows, each with a value for each column
 */
public record SampleTable(Schema schema, List<List<SampleValue>> rows) {
  public SampleTable {
    rows = rows.stream().map(List::copyOf).toList();
    for (List<SampleValue> row : rows) {
      if (row.size() != schema.size()) {
        throw new IllegalArgumentException(
            "every row must have %s values, but was %s".formatted(schema.size(), row));
      }
    }
  }

  /** A table without rows. */
  public static SampleTable of(Column... columns) {
    return new SampleTable(Schema.of(columns), List.of());
  }

  /** A table of one column, with a row for each value. */
  public static SampleTable ofColumn(ColumnType type, SampleValue... values) {
    return new SampleTable(
        Schema.of(new Column("value", type)), Stream.of(values).map(List::of).toList());
  }

  /** This table and one more row. */
  public SampleTable withRow(SampleValue... row) {
    return withRows(List.of(List.of(row)));
  }

  /** This table and more rows. */
  public SampleTable withRows(List<List<SampleValue>> more) {
    List<List<SampleValue>> all = new ArrayList<>(rows);
    all.addAll(more);
    return new SampleTable(schema, all);
  }

  /** The names of the columns. */
  List<String> names() {
    return schema.columns().stream().map(Column::name).toList();
  }
}
