package dev.vidiexport.reading.parquet;

import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.reading.rows.ProperText;
import java.nio.ByteBuffer;
import org.apache.parquet.column.ColumnReader;

/** Puts the values of one column into batches, one after the other. Not thread-safe. */
abstract class ColumnCells {
  final ColumnReader values;
  final int column;

  private ColumnCells(ColumnReader values, int column) {
    this.values = values;
    this.column = column;
  }

  static ColumnCells of(ColumnType type, ColumnReader values, int column) {
    return switch (type) {
      case WHOLE -> new Wholes(values, column);
      case DECIMAL -> new Decimals(values, column);
      case BOOLEAN -> new Truths(values, column);
      case TIMESTAMP -> new Timestamps(values, column);
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
