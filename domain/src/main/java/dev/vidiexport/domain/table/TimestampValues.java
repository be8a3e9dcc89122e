package dev.vidiexport.domain.table;

/** Timestamps, in microseconds of their own local time. */
final class TimestampValues extends ColumnValues {
  private final long[] micros;

  TimestampValues(int maxRows) {
    super(ColumnType.TIMESTAMP, maxRows);
    micros = new long[maxRows];
  }

  @Override
  void store(int row, ValueScanner value) {
    micros[row] = value.timestampMicros();
  }

  long micros(int row) {
    return micros[row];
  }
}
