package dev.vidiexport.sinks.postgresql;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.sinks.database.ColumnMatching;
import dev.vidiexport.sinks.database.QuotedName;
import dev.vidiexport.sinks.text.ByteWriter;
import dev.vidiexport.sinks.text.TimestampWriter;
import dev.vidiexport.spi.RowsRefusedException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes rows as COPY reads them: a line a row, tabs between values, and {@code \N} for null. The
 * rules are those of PostgreSQL's documentation, "COPY", "Text Format". Not thread-safe.
 */
final class CopyRows {
  private static final byte[] NULL = "\\N".getBytes(US_ASCII);
  private static final byte[] NAN = "NaN".getBytes(US_ASCII);
  private static final byte[] TRUE = {'t'};
  private static final byte[] FALSE = {'f'};
  private static final int FIRST_ROOM = 1024;

  private final List<ColumnFit> fits;
  private final TableUse use;
  private final ColumnForm[] forms;
  private final TimestampWriter[] timestamps;
  private final ByteWriter writer;
  private byte[] room = new byte[FIRST_ROOM];
  private long rowsWritten;

  CopyRows(Schema schema, List<ColumnFit> fits, TableUse use, OutputStream stream) {
    this.fits = fits;
    this.use = use;
    this.forms = schema.columns().stream().map(ColumnForm::of).toArray(ColumnForm[]::new);
    this.timestamps = TimestampWriter.forColumns(schema);
    this.writer = new ByteWriter(stream);
  }

  /** How many rows have been written. */
  long rowsWritten() {
    return rowsWritten;
  }

  /**
   * Writes rows.
   *
   * @throws IOException when a value cannot be kept, or the stream takes no more
   */
  void write(RowBatch rows) throws IOException {
    for (int row = 0; row < rows.rows(); row++) {
      for (int column = 0; column < forms.length; column++) {
        if (column > 0) {
          writer.put((byte) '\t');
        }
        if (rows.isNull(row, column)) {
          writer.put(NULL, NULL.length);
        } else {
          writeValue(rows, row, column);
        }
      }
      writer.put((byte) '\n');
      rowsWritten++;
    }
  }

  /** Hands on to the stream what was gathered. */
  void finish() throws IOException {
    writer.drain();
  }

  private void writeValue(RowBatch rows, int row, int column) throws IOException {
    if (!fits.get(column).keeps()) {
      throw ColumnMatching.misfit(
          fits.get(column).name(),
          fits.get(column).declared(),
          rows.schema().column(column),
          rowsWritten + 1);
    }
    switch (forms[column]) {
      case WHOLE -> writer.put(rows.whole(row, column));
      case DECIMAL -> writeDecimal(rows.decimal(row, column));
      case BOOLEAN -> writer.put(rows.truth(row, column) ? TRUE : FALSE, 1);
      case LOCAL_TIME, MOMENT ->
          timestamps[column].write(rows.timestampMicros(row, column), writer);
      case DAY, TEXT, NESTED -> writeText(rows, row, column);
    }
  }

  private void writeDecimal(double number) throws IOException {
    if (Double.isNaN(number)) {
      writer.put(NAN, NAN.length);
    } else {
      writer.put(number);
    }
  }

  private void writeText(RowBatch rows, int row, int column) throws IOException {
    int length = rows.textLength(row, column);
    if (length > room.length) {
      room = new byte[Math.max(length, 2 * room.length)];
    }
    rows.copyText(row, column, room, 0);
    requireLength(length, column);
    int begin = 0;
    for (int at = 0; at < length; at++) {
      byte escape = escape(room[at], column);
      if (escape != 0) {
        writer.put(room, begin, at - begin);
        writer.put((byte) '\\');
        writer.put(escape);
        begin = at + 1;
      }
    }
    writer.put(room, begin, length - begin);
  }

  /** What stands behind a backslash for a byte; 0 where the byte stands for itself. */
  private byte escape(byte character, int column) throws IOException {
    return switch (character) {
      case '\\' -> '\\';
      case '\t' -> 't';
      case '\n' -> 'n';
      case '\r' -> 'r';
      case 0 ->
          throw new RowsRefusedException(
              "row %s holds the character NUL in the column %s, which PostgreSQL cannot keep%s"
                  .formatted(
                      rowsWritten + 1, QuotedName.of(fits.get(column).name()), use.otherFormat()));
      default -> 0;
    };
  }

  private void requireLength(int bytes, int column) throws IOException {
    int most = fits.get(column).mostCharacters().orElse(Integer.MAX_VALUE);
    if (bytes > most && characters(bytes) > most) {
      throw new IOException(
          "the table's column %s is %s, which does not keep the text of %s characters of row %s. Use another table=NAME."
              .formatted(
                  QuotedName.of(fits.get(column).name()),
                  fits.get(column).declared(),
                  characters(bytes),
                  rowsWritten + 1));
    }
  }

  /** All bytes of a character but its first begin with the bits 10. */
  private int characters(int bytes) {
    int characters = 0;
    for (int at = 0; at < bytes; at++) {
      if ((room[at] & 0xC0) != 0x80) {
        characters++;
      }
    }
    return characters;
  }
}
