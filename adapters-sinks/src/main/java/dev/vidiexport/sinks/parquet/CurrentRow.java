package dev.vidiexport.sinks.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import java.util.List;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/** The row that is written next: one object that moves on, so that a row costs none. */
final class CurrentRow {
  private final RowBatch rows;
  private int row;

  /** Stands before the first row of a batch. */
  CurrentRow(RowBatch rows) {
    this.rows = rows;
    this.row = -1;
  }

  /** Goes to the next row, and tells whether there is one. */
  boolean next() {
    row++;
    return row < rows.rows();
  }

  /** Hands the row on, value by value; a column that is passed over is null. */
  void handTo(RecordConsumer record, List<String> names) {
    Schema schema = rows.schema();
    record.startMessage();
    for (int column = 0; column < schema.size(); column++) {
      if (!rows.isNull(row, column)) {
        record.startField(names.get(column), column);
        handValueTo(record, column);
        record.endField(names.get(column), column);
      }
    }
    record.endMessage();
  }

  private void handValueTo(RecordConsumer record, int column) {
    switch (rows.schema().column(column).type()) {
      case WHOLE -> record.addLong(rows.whole(row, column));
      case DECIMAL -> record.addDouble(rows.decimal(row, column));
      case BOOLEAN -> record.addBoolean(rows.truth(row, column));
      case TIMESTAMP -> record.addLong(rows.timestampMicros(row, column));
      case TEXT, NESTED ->
          record.addBinary(Binary.fromConstantByteArray(rows.text(row, column).getBytes(UTF_8)));
    }
  }
}
