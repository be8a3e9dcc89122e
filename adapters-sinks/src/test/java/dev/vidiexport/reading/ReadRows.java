package dev.vidiexport.reading;

import dev.vidiexport.domain.fingerprint.RowFingerprint;
import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.port.FileRows;
import dev.vidiexport.domain.table.RowBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * All that was read of a file. Immutable.
 *
 * @param rows their values; of a text that came bare a list with its characters
 */
record ReadRows(List<NumberedColumn> columns, List<List<Object>> rows, String fingerprint) {
  static ReadRows of(Path file, FileFormat format, List<NumberedColumn> expected)
      throws IOException {
    try (FileRows open = new BuiltInFileReader().open(file, format, expected)) {
      RowFingerprint fingerprint =
          RowFingerprint.ofKeys(open.schema(), WrittenRows.keys(open.columns()));
      List<List<Object>> rows = new ArrayList<>();
      for (Optional<RowBatch> next = open.next(); next.isPresent(); next = open.next()) {
        RowBatch batch = next.get();
        fingerprint.add(batch);
        for (int row = 0; row < batch.rows(); row++) {
          rows.add(row(batch, row));
        }
      }
      return new ReadRows(open.columns(), rows, fingerprint.hex());
    }
  }

  static List<Object> row(RowBatch batch, int row) {
    Object[] values = new Object[batch.schema().size()];
    for (int column = 0; column < values.length; column++) {
      if (!batch.isNull(row, column)) {
        values[column] = value(batch, row, column);
      }
    }
    return Arrays.asList(values);
  }

  private static Object value(RowBatch batch, int row, int column) {
    return switch (batch.schema().column(column).type()) {
      case WHOLE -> batch.whole(row, column);
      case DECIMAL -> batch.decimal(row, column);
      case BOOLEAN -> batch.truth(row, column);
      case TIMESTAMP -> batch.timestamp(row, column);
      case NESTED -> batch.text(row, column);
      case TEXT ->
          batch.isQuoted(row, column) ? batch.text(row, column) : List.of(batch.text(row, column));
    };
  }

  /** Of rows as these, without what tells whether a text came quoted. */
  static List<List<Object>> withoutQuotes(List<List<Object>> rows) {
    return rows.stream().map(ReadRows::rowWithoutQuotes).toList();
  }

  private static List<Object> rowWithoutQuotes(List<Object> row) {
    List<Object> plain = new ArrayList<>();
    for (Object value : row) {
      plain.add(value instanceof List<?> bare ? bare.get(0) : value);
    }
    return plain;
  }
}
