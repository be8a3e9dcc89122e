package dev.vidiexport.domain.fingerprint;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * A small table of few different values, for tests; a value may be null. Its multiset of rows is
 * written down as plainly as can be.
 */
record PlainTable(List<Column> columns, List<List<Object>> rows) {
  static PlainTable random(Random random) {
    List<Column> columns = new ArrayList<>();
    for (String name : List.of("a", "b", "ab")) {
      if (columns.isEmpty() || random.nextBoolean()) {
        columns.add(new Column(name, ColumnType.values()[random.nextInt(6)]));
      }
    }
    PlainTable table = new PlainTable(columns, new ArrayList<>());
    for (int row = random.nextInt(5); row > 0; row--) {
      table.rows.add(table.row(random));
    }
    return table;
  }

  private List<Object> row(Random random) {
    List<Object> row = new ArrayList<>();
    columns.forEach(column -> row.add(value(column.type(), random)));
    return row;
  }

  private static Object value(ColumnType type, Random random) {
    int number = random.nextInt(4);
    if (number == 3) {
      return null;
    }
    return switch (type) {
      case WHOLE, TIMESTAMP -> (long) number;
      case DECIMAL -> number == 2 ? -0.0 : (double) number;
      case BOOLEAN -> number == 0;
      case TEXT -> List.of("", "0", "00").get(number);
      case NESTED -> List.of("{}", "[]", "[0]").get(number);
    };
  }

  PlainTable copy() {
    List<List<Object>> copies = new ArrayList<>();
    rows.forEach(row -> copies.add(new ArrayList<>(row)));
    return new PlainTable(columns, copies);
  }

  /** Changes something; perhaps only in how the same rows are written down. */
  void change(Random random) {
    if (rows.isEmpty()) {
      rows.add(row(random));
      return;
    }
    List<Object> row = rows.get(random.nextInt(rows.size()));
    List<Object> other = rows.get(random.nextInt(rows.size()));
    int column = random.nextInt(columns.size());
    int otherColumn = random.nextInt(columns.size());
    switch (random.nextInt(6)) {
      case 0 -> rows.add(new ArrayList<>(row));
      case 1 -> rows.remove(random.nextInt(rows.size()));
      case 2 -> row.set(column, value(columns.get(column).type(), random));
      case 3 -> row.set(column, null);
      case 4 -> {
        Object value = row.get(column);
        row.set(column, other.get(column));
        other.set(column, value);
      }
      default -> {
        if (columns.get(column).type() == columns.get(otherColumn).type()) {
          Collections.swap(row, column, otherColumn);
        }
      }
    }
  }

  /**
   * The same rows, with rows and columns in another order, and a column that is null throughout.
   */
  PlainTable shuffled(Random random) {
    List<Integer> order = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      order.add(column);
    }
    Collections.shuffle(order, random);
    List<Column> shuffledColumns = new ArrayList<>();
    order.forEach(column -> shuffledColumns.add(columns.get(column)));
    shuffledColumns.add(new Column("nothing", ColumnType.TEXT));
    List<List<Object>> shuffledRows = new ArrayList<>();
    for (List<Object> row : rows) {
      List<Object> shuffledRow = new ArrayList<>();
      order.forEach(column -> shuffledRow.add(row.get(column)));
      shuffledRow.add(null);
      shuffledRows.add(shuffledRow);
    }
    Collections.shuffle(shuffledRows, random);
    return new PlainTable(shuffledColumns, shuffledRows);
  }

  /** Each row as what is not null in it, in an order that depends on nothing else. */
  List<String> multiset() {
    List<String> all = new ArrayList<>();
    for (List<Object> row : rows) {
      TreeMap<String, String> cells = new TreeMap<>();
      for (int column = 0; column < columns.size(); column++) {
        if (row.get(column) != null) {
          cells.put(columns.get(column).name(), columns.get(column).type() + " " + row.get(column));
        }
      }
      all.add(cells.toString());
    }
    Collections.sort(all);
    return all;
  }

  /** The fingerprint, taken from batches of so many rows. */
  String fingerprint(int rowsOfBatch) {
    Schema schema = new Schema(columns);
    RowFingerprint fingerprint =
        new RowFingerprint(schema, columns.stream().map(Column::name).toList());
    RowBatchBuilder batch = new RowBatchBuilder(schema);
    for (List<Object> row : rows) {
      for (int column = 0; column < columns.size(); column++) {
        if (row.get(column) != null) {
          put(batch, column, row.get(column));
        }
      }
      batch.endRow();
      if (batch.batch().rows() == rowsOfBatch) {
        fingerprint.add(batch.batch());
        batch.clear();
      }
    }
    fingerprint.add(batch.batch());
    return fingerprint.hex();
  }

  private void put(RowBatchBuilder batch, int column, Object value) {
    switch (columns.get(column).type()) {
      case WHOLE -> batch.putLong(column, (Long) value);
      case TIMESTAMP -> batch.putTimestampMicros(column, (Long) value);
      case BOOLEAN -> batch.putBoolean(column, (Boolean) value);
      case TEXT -> batch.putText(column, (String) value);
      case NESTED -> batch.putJson(column, (String) value);
      case DECIMAL -> {
        double number = ((Number) value).doubleValue();
        if (Double.isFinite(number)) {
          batch.putDouble(column, number);
        } else {
          batch.putNonFinite(column, number);
        }
      }
    }
  }
}
