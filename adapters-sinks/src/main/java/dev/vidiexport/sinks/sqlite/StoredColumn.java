package dev.vidiexport.sinks.sqlite;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.spi.RowFiller;
import java.io.IOException;

/**
 * A column that is read: a table of SQLite may hold anything in it, if others write there, and only
 * what this program writes is read. Immutable.
 *
 * @param table the table's name, for messages
 * @param written the column
 */
record StoredColumn(String table, WrittenColumn written) {
  /**
   * Its values in SQL, as those of the type that the history has for them by now.
   *
   * @param declared the type of the table's column
   */
  String valueOf(String declared) throws IOException {
    return ValueConversion.of(declared, column().type(), "its." + written.quoted())
        .orElseThrow(
            () ->
                new IOException(
                    "the column %s of the table %s is %s, and no longer one of %s values"
                        .formatted(written.quoted(), table, declared, column().type().label())));
  }

  private Column column() {
    return written.column().column();
  }

  /** Puts a value that the driver has read. */
  void put(Object value, int place, RowFiller filler) throws IOException {
    switch (column().type()) {
      case WHOLE -> filler.putWhole(place, whole(value));
      case DECIMAL -> filler.putDecimal(place, decimal(value));
      case BOOLEAN -> filler.putTruth(place, truth(value));
      case TIMESTAMP -> filler.putTimestampMicros(place, micros(text(value)));
      case TEXT, NESTED -> filler.putText(place, text(value));
    }
  }

  private long whole(Object value) throws IOException {
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    throw misfit();
  }

  private double decimal(Object value) throws IOException {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw misfit();
  }

  private boolean truth(Object value) throws IOException {
    long number = whole(value);
    if (number != 0 && number != 1) {
      throw misfit();
    }
    return number == 1;
  }

  private String text(Object value) throws IOException {
    if (value instanceof String text) {
      return text;
    }
    throw misfit();
  }

  private long micros(String text) throws IOException {
    return StoredTime.micros(text, column().meaning() == ColumnMeaning.UTC)
        .orElseThrow(this::misfit);
  }

  private IOException misfit() {
    return new IOException(
        "the table %s has something in its column %s that is no %s value, and was not written by this program"
            .formatted(table, written.quoted(), column().type().label()));
  }
}
