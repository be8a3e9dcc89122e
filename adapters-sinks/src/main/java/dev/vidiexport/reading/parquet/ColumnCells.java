package dev.vidiexport.reading.parquet;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.reading.rows.BadValueException;
import dev.vidiexport.reading.rows.ProperText;
import dev.vidiexport.reading.rows.ValueKind;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import org.apache.parquet.column.ColumnReader;

/** Puts the values of one column into batches, one after the other. Not thread-safe. */
abstract class ColumnCells {
  final ColumnReader values;
  final int column;

  private ColumnCells(ColumnReader values, int column) {
    this.values = values;
    this.column = column;
  }

  static ColumnCells of(ValueKind kind, ColumnReader values, int column) {
    return switch (kind) {
      case WHOLE -> new Wholes(values, column);
      case DECIMAL -> new Decimals(values, column);
      case BOOLEAN -> new Truths(values, column);
      case TIMESTAMP, UTC -> new Timestamps(values, column);
      case DAY -> new Days(values, column);
      case TEXT -> new Texts(values, column);
      case NESTED -> new NestedValues(values, column);
    };
  }

  /** Puts the next value into the current row, if it is not null. */
  final void putInto(RowBatchBuilder batch) {
    if (values.getCurrentDefinitionLevel() > 0) {
      putValue(batch);
    }
    values.consume();
  }

  abstract void putValue(RowBatchBuilder batch);

  private static final class Wholes extends ColumnCells {
    Wholes(ColumnReader values, int column) {
      super(values, column);
    }

    @Override
    void putValue(RowBatchBuilder batch) {
      batch.putLong(column, values.getLong());
    }
  }

  private static final class Timestamps extends ColumnCells {
    Timestamps(ColumnReader values, int column) {
      super(values, column);
    }

    @Override
    void putValue(RowBatchBuilder batch) {
      batch.putTimestampMicros(column, values.getLong());
    }
  }

  /** Neighbours are mostly of the same day. */
  private static final class Days extends ColumnCells {
    private static final long LEAST = LocalDate.of(1, 1, 1).toEpochDay();
    private static final long MOST = LocalDate.of(9999, 12, 31).toEpochDay();

    private int lastDay;
    private byte[] lastText = text(0);

    Days(ColumnReader values, int column) {
      super(values, column);
    }

    @Override
    void putValue(RowBatchBuilder batch) {
      int day = values.getInteger();
      if (day != lastDay) {
        if (day < LEAST || day > MOST) {
          throw new BadValueException("there is a date that is not of the years 1 to 9999");
        }
        lastDay = day;
        lastText = text(day);
      }
      batch.putText(column, lastText, 0, lastText.length);
    }

    private static byte[] text(int day) {
      return LocalDate.ofEpochDay(day).toString().getBytes(US_ASCII);
    }
  }

  private static final class Decimals extends ColumnCells {
    Decimals(ColumnReader values, int column) {
      super(values, column);
    }

    @Override
    void putValue(RowBatchBuilder batch) {
      double value = values.getDouble();
      if (Double.isFinite(value)) {
        batch.putDouble(column, value);
      } else {
        batch.putNonFinite(column, value);
      }
    }
  }

  private static final class Truths extends ColumnCells {
    Truths(ColumnReader values, int column) {
      super(values, column);
    }

    @Override
    void putValue(RowBatchBuilder batch) {
      batch.putBoolean(column, values.getBoolean());
    }
  }

  private static final class Texts extends ColumnCells {
    Texts(ColumnReader values, int column) {
      super(values, column);
    }

    @Override
    void putValue(RowBatchBuilder batch) {
      ByteBuffer text = values.getBinary().toByteBuffer();
      int offset = text.arrayOffset() + text.position();
      ProperText.requireUnicode(text.array(), offset, text.remaining());
      batch.putText(column, text.array(), offset, text.remaining());
    }
  }

  private static final class NestedValues extends ColumnCells {
    NestedValues(ColumnReader values, int column) {
      super(values, column);
    }

    @Override
    void putValue(RowBatchBuilder batch) {
      ByteBuffer json = values.getBinary().toByteBuffer();
      int offset = json.arrayOffset() + json.position();
      ProperText.requireNested(json.array(), offset, json.remaining());
      batch.putJson(column, json.array(), offset, json.remaining());
    }
  }
}
