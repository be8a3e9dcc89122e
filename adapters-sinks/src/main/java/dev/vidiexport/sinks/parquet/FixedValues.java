package dev.vidiexport.sinks.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnTexts;
import dev.vidiexport.domain.table.RowBatch;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.DateTimeException;
import org.apache.parquet.column.statistics.Statistics;

/** The differences between columns whose values all take as many bytes. */
enum FixedValues {
  WHOLE {
    @Override
    int copy(RowBatch batch, int column, int from, int to, long[] into, int at) {
      int next = at;
      for (int row = from; row < to; row++) {
        if (!batch.isNull(row, column)) {
          into[next++] = batch.whole(row, column);
        }
      }
      return next;
    }
  },
  TIMESTAMP {
    @Override
    int copy(RowBatch batch, int column, int from, int to, long[] into, int at) {
      int next = at;
      for (int row = from; row < to; row++) {
        if (!batch.isNull(row, column)) {
          into[next++] = batch.timestampMicros(row, column);
        }
      }
      return next;
    }
  },
  /** As days since 1970-01-01, which take four bytes each. */
  DAY {
    @Override
    int copy(RowBatch batch, int column, int from, int to, long[] into, int at) {
      ColumnTexts texts = ColumnTexts.of(batch, column);
      int next = at;
      for (int row = from; row < to; row++) {
        if (texts.isPresent(row)) {
          into[next++] = day(texts, row, batch.schema().column(column));
        }
      }
      return next;
    }

    @Override
    int bytesEach() {
      return Integer.BYTES;
    }

    @Override
    void putAll(long[] values, int size, ByteBuffer into) {
      for (int index = 0; index < size; index++) {
        into.putInt((int) values[index]);
      }
    }

    @Override
    void update(Statistics<?> statistics, long value) {
      statistics.updateStats((int) value);
    }
  },
  DECIMAL {
    @Override
    int copy(RowBatch batch, int column, int from, int to, long[] into, int at) {
      int next = at;
      for (int row = from; row < to; row++) {
        if (!batch.isNull(row, column)) {
          into[next++] = Double.doubleToRawLongBits(batch.decimal(row, column));
        }
      }
      return next;
    }

    @Override
    void summarize(long[] values, int size, Statistics<?> statistics) {
      for (int index = 0; index < size; index++) {
        statistics.updateStats(Double.longBitsToDouble(values[index]));
      }
    }
  };

  private static long day(ColumnTexts texts, int row, Column column) {
    try {
      return DayText.epochDay(texts.bytes(), texts.begin(row), texts.length(row));
    } catch (DateTimeException noDay) {
      // Only this program makes such columns.
      String text = new String(texts.bytes(), texts.begin(row), texts.length(row), UTF_8);
      throw new IllegalArgumentException(
          "the column \"%s\" must hold days such as 2016-04-29, but holds \"%s\""
              .formatted(column.name(), text),
          noDay);
    }
  }

  /**
   * Copies the values that are not null, each as the bits that Parquet writes.
   *
   * @throws IllegalArgumentException when a value of a column of days is none
   * @return the index after the last one
   */
  abstract int copy(RowBatch batch, int column, int from, int to, long[] into, int at);

  /** Tells the smallest and the largest value. */
  void summarize(long[] values, int size, Statistics<?> statistics) {
    if (size == 0) {
      return;
    }
    long least = values[0];
    long most = values[0];
    for (int index = 1; index < size; index++) {
      least = Math.min(least, values[index]);
      most = Math.max(most, values[index]);
    }
    update(statistics, least);
    update(statistics, most);
  }

  void update(Statistics<?> statistics, long value) {
    statistics.updateStats(value);
  }

  /** How many bytes a value takes in the file. */
  int bytesEach() {
    return Long.BYTES;
  }

  /** The first values, as Parquet writes them. */
  final ByteBuffer encoded(long[] values, int count) {
    ByteBuffer bytes = ByteBuffer.allocate(count * bytesEach()).order(ByteOrder.LITTLE_ENDIAN);
    putAll(values, count, bytes);
    return bytes.rewind();
  }

  void putAll(long[] values, int count, ByteBuffer into) {
    into.asLongBuffer().put(values, 0, count);
  }
}
