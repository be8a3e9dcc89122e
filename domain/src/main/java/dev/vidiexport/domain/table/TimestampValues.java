package dev.vidiexport.domain.table;

/** Timestamps, in microseconds of their own local time. */
final class TimestampValues extends ColumnValues {
  private final long[] micros;

  TimestampValues(int maxRows) {
    micros = new long[maxRows];
  }

  @Override
  int store(int row, ValueScanner value) {
    micros[row] = value.timestampMicros();
    return 0;
  }

  long micros(int row) {
    return micros[row];
  }
}
