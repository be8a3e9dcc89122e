package dev.vidiexport.reading.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.table.NotUnicodeException;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Utf8;
import dev.vidiexport.domain.text.NumberText;
import dev.vidiexport.domain.text.QuotedText;
import dev.vidiexport.reading.rows.BadValueException;
import dev.vidiexport.reading.rows.ExpectedColumns;
import dev.vidiexport.reading.rows.ProperText;
import dev.vidiexport.reading.rows.ValueKind;
import dev.vidiexport.reading.rows.ValueParser;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the fields of a CSV file into a batch as the parser finds them, without making texts of
 * them. Tells the parser to go on until the header is there, and then until a batch is full.
 */
final class CsvCells extends AbstractBaseCsvCallbackHandler<Boolean> {
  private final ValueParser values = new ValueParser();
  private final List<String> header = new ArrayList<>();
  private NumberedColumn[] columns = {};
  private ValueKind[] kinds = {};
  private @Nullable RowBatchBuilder batch;
  private byte[] utf8 = new byte[1024];

  /** The names in the first line. */
  List<String> header() {
    return header;
  }

  /** From now on lines are rows with these columns. */
  void begin(List<NumberedColumn> found) {
    columns = found.toArray(NumberedColumn[]::new);
    kinds = ValueKind.of(found);
    batch = new RowBatchBuilder(ExpectedColumns.schema(found));
  }

  /** The rows since {@link #clear}. */
  RowBatch batch() {
    return begun().batch();
  }

  void clear() {
    begun().clear();
  }

  private RowBatchBuilder begun() {
    RowBatchBuilder begun = batch;
    if (begun == null) {
      throw new IllegalStateException("the header must come first");
    }
    return begun;
  }

  /** The line where the last record begins, from 1 on; 0 before there is one. */
  long line() {
    return getStartingLineNumber();
  }

  @Override
  protected void handleField(int field, char[] characters, int offset, int length, boolean quoted) {
    RowBatchBuilder row = batch;
    if (row == null) {
      header.add(new String(characters, offset, length));
    } else if (field >= columns.length) {
      throw wrongCount("more than ");
    } else if (length > 0 || quoted) {
      put(row, field, characters, offset, length);
    }
  }

  @Override
  protected void handleEmpty() {
    if (batch == null) {
      header.add("");
    }
  }

  private void put(RowBatchBuilder row, int field, char[] characters, int offset, int length) {
    try {
      putValue(row, field, characters, offset, length);
    } catch (BadValueException | NotUnicodeException bad) {
      throw new BadValueException(
          "column %s, %s".formatted(QuotedText.of(columns[field].name()), bad.getMessage()));
    }
  }

  private void putValue(RowBatchBuilder row, int field, char[] characters, int offset, int length) {
    switch (kinds[field]) {
      case WHOLE -> row.putLong(field, values.whole(characters, offset, length));
      case DECIMAL -> putDecimal(row, field, characters, offset, length);
      case BOOLEAN -> row.putBoolean(field, truth(characters, offset, length));
      case TIMESTAMP ->
          row.putTimestampMicros(field, values.timestampMicros(characters, offset, length));
      case UTC -> row.putTimestampMicros(field, values.utcMicros(characters, offset, length));
      case DAY -> {
        values.requireDay(characters, offset, length);
        row.putText(field, utf8, 0, encode(characters, offset, length));
      }
      case TEXT -> row.putText(field, utf8, 0, encode(characters, offset, length));
      case NESTED -> {
        int bytes = encode(characters, offset, length);
        ProperText.requireNested(utf8, 0, bytes);
        row.putJson(field, utf8, 0, bytes);
      }
    }
  }

  private void putDecimal(
      RowBatchBuilder row, int field, char[] characters, int offset, int length) {
    char end = length == 0 ? '0' : characters[offset + length - 1];
    if (end == 'N' || end == 'y') {
      row.putNonFinite(field, nonFinite(characters, offset, length));
    } else {
      row.putDouble(field, values.decimal(characters, offset, length));
    }
  }

  private static double nonFinite(char[] characters, int offset, int length) {
    return switch (new String(characters, offset, length)) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw ValueParser.bad(characters, offset, length, "a decimal number");
    };
  }

  private static boolean truth(char[] characters, int offset, int length) {
    return switch (new String(characters, offset, length)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw ValueParser.bad(characters, offset, length, "true or false");
    };
  }

  private int encode(char[] characters, int offset, int length) {
    int most = length * Utf8.MAX_BYTES_PER_CHAR;
    if (utf8.length < most) {
      utf8 = new byte[most];
    }
    return Utf8.encode(characters, offset, length, utf8, 0);
  }

  @Override
  protected @Nullable Boolean buildRecord() {
    RowBatchBuilder row = batch;
    if (row == null) {
      return Boolean.TRUE;
    }
    if (getFieldCount() != columns.length) {
      throw wrongCount("");
    }
    row.endRow();
    return row.isFull() ? Boolean.TRUE : null;
  }

  private BadValueException wrongCount(String more) {
    return new BadValueException(
        "there are %s%s, but the header names %s"
            .formatted(
                more,
                NumberText.counted(more.isEmpty() ? getFieldCount() : columns.length, "field"),
                columns.length));
  }
}
