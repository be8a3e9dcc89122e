package dev.vidiexport.reading.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.table.NotUnicodeException;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Utf8;
import dev.vidiexport.domain.text.QuotedText;
import dev.vidiexport.reading.rows.BadValueException;
import dev.vidiexport.reading.rows.ProperText;
import dev.vidiexport.reading.rows.ValueKind;
import dev.vidiexport.reading.rows.ValueParser;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the values of objects into a batch. Not thread-safe. */
final class ObjectReading {
  private final ValueKind[] kinds;
  private final SerializedString[] names;
  private final Map<String, Integer> places = new HashMap<>();
  private final RowBatchBuilder batch;
  private final ValueParser values = new ValueParser();

  /** For each column the last row that had it, counted from 1. */
  private final long[] lastRows;

  private byte[] utf8 = new byte[1024];
  private long rows;

  ObjectReading(List<NumberedColumn> columns, RowBatchBuilder batch) {
    this.kinds = ValueKind.of(columns);
    this.names =
        columns.stream()
            .map(column -> new SerializedString(column.name()))
            .toArray(SerializedString[]::new);
    for (int column = 0; column < names.length; column++) {
      places.put(columns.get(column).name(), column);
    }
    this.batch = batch;
    this.lastRows = new long[names.length];
  }

  /** How many objects have been read whole. */
  long rows() {
    return rows;
  }

  /**
   * Reads an object that has been opened, as the next row.
   *
   * @param bytes what the parser reads, from its first byte on
   * @throws BadValueException when it does not fit its columns
   */
  void read(JsonParser parser, byte[] bytes) throws IOException {
    // Mostly every object has all columns, in this order.
    int next = 0;
    int column = nextColumn(parser, next);
    while (column >= 0) {
      if (lastRows[column] > rows) {
        throw bad(column, "it comes twice");
      }
      lastRows[column] = rows + 1;
      read(parser, parser.nextToken(), column, bytes);
      next = column + 1;
      column = nextColumn(parser, next);
    }
    batch.endRow();
    rows++;
  }

  /** The next column of the object; -1 at its end. */
  private int nextColumn(JsonParser parser, int likely) throws IOException {
    if (likely < names.length) {
      if (parser.nextFieldName(names[likely])) {
        return likely;
      }
    } else {
      parser.nextToken();
    }
    if (parser.currentToken() == JsonToken.END_OBJECT) {
      return -1;
    }
    Integer place = places.get(parser.currentName());
    if (place == null) {
      throw new BadValueException(
          "there is a column %s, which the first row does not have or the ledger does not know"
              .formatted(QuotedText.of(String.valueOf(parser.currentName()))));
    }
    return place;
  }

  private void read(JsonParser parser, JsonToken token, int column, byte[] bytes)
      throws IOException {
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    try {
      switch (kinds[column]) {
        case WHOLE -> {
          require(token == JsonToken.VALUE_NUMBER_INT, parser, "a whole number");
          batch.putLong(column, values.whole(characters(parser), offset(parser), length(parser)));
        }
        case DECIMAL -> {
          require(token.isNumeric(), parser, "a number");
          batch.putDouble(
              column, values.decimal(characters(parser), offset(parser), length(parser)));
        }
        case BOOLEAN -> {
          require(token.isBoolean(), parser, "true or false");
          batch.putBoolean(column, token == JsonToken.VALUE_TRUE);
        }
        case TIMESTAMP -> {
          require(token == JsonToken.VALUE_STRING, parser, "a date and time");
          batch.putTimestampMicros(
              column, values.timestampMicros(characters(parser), offset(parser), length(parser)));
        }
        case UTC -> {
          require(token == JsonToken.VALUE_STRING, parser, "a date and time");
          batch.putTimestampMicros(
              column, values.utcMicros(characters(parser), offset(parser), length(parser)));
        }
        case DAY -> {
          require(token == JsonToken.VALUE_STRING, parser, "a date");
          values.requireDay(characters(parser), offset(parser), length(parser));
          readText(parser, token, column, bytes);
        }
        case TEXT -> readText(parser, token, column, bytes);
        case NESTED -> {
          require(token.isStructStart(), parser, "an object or an array");
          readAsItIs(parser, column, bytes);
        }
      }
    } catch (BadValueException | NotUnicodeException bad) {
      throw bad(column, String.valueOf(bad.getMessage()));
    }
  }

  private void readText(JsonParser parser, JsonToken token, int column, byte[] bytes)
      throws IOException {
    if (token.isStructStart()) {
      readAsItIs(parser, column, bytes);
      return;
    }
    int length = length(parser);
    int most = length * Utf8.MAX_BYTES_PER_CHAR;
    if (utf8.length < most) {
      utf8 = new byte[most];
    }
    int encoded = Utf8.encode(characters(parser), offset(parser), length, utf8, 0);
    if (token == JsonToken.VALUE_STRING) {
      batch.putText(column, utf8, 0, encoded);
    } else {
      batch.putJson(column, utf8, 0, encoded);
    }
  }

  /** Takes an object or array over, character for character. */
  private void readAsItIs(JsonParser parser, int column, byte[] bytes) throws IOException {
    int begin = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
    parser.skipChildren();
    int end = Math.toIntExact(parser.currentLocation().getByteOffset());
    ProperText.requireUnicode(bytes, begin, end - begin);
    batch.putJson(column, bytes, begin, end - begin);
  }

  private static char[] characters(JsonParser parser) throws IOException {
    return parser.getTextCharacters();
  }

  private static int offset(JsonParser parser) throws IOException {
    return parser.getTextOffset();
  }

  private static int length(JsonParser parser) throws IOException {
    return parser.getTextLength();
  }

  private static void require(boolean isGood, JsonParser parser, String expected)
      throws IOException {
    if (!isGood) {
      throw new BadValueException(
          "%s is not %s".formatted(QuotedText.of(String.valueOf(parser.getText())), expected));
    }
  }

  private BadValueException bad(int column, String what) {
    return new BadValueException(
        "column %s: %s".formatted(QuotedText.of(names[column].getValue()), what));
  }
}
