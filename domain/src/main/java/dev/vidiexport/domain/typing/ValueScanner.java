package dev.vidiexport.domain.typing;

import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatchBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a value is, and holds it in the form that columns store. Used again for each
 * value; a value is valid until the next {@link #scan}, and its utf8 as long as the caller leaves
 * them alone.
 *
 * <p>It is asked for every value of an export, and assigns no object to a field without need: the
 * garbage collector has to be told of each assignment.
 *
 * <p>What the catalogue expects matters twice: where it expects a whole number, {@code 1.0} is one,
 * and only where it expects a timestamp is a text looked at as one.
 */
final class ValueScanner {
  private static final int NULL = ValueShape.NOTHING.bit();
  private static final int NON_FINITE = ValueShape.NON_FINITE.bit();

  private final NumberScanner number = new NumberScanner();
  private final TimestampText timestamp = new TimestampText();

  private boolean quoted;
  private int shape;
  private int types;
  private byte[] utf8 = new byte[0];
  private int offset;
  private int length;
  private boolean truth;
  private long timestampMicros;

  /**
   * Looks at a value.
   *
   * @param expected the type that the catalogue gives for this column; null where it knows none
   */
  void scan(ValueKind kind, byte[] utf8, int offset, int length, @Nullable ColumnType expected) {
    if (this.utf8 != utf8) {
      this.utf8 = utf8;
    }
    this.offset = offset;
    this.length = length;
    quoted = kind == ValueKind.TEXT;
    ValueShape found = shapeOf(kind, expected);
    shape = found.bit();
    types = found.types();
  }

  private ValueShape shapeOf(ValueKind kind, @Nullable ColumnType expected) {
    return switch (kind) {
      case NULL -> ValueShape.NOTHING;
      case NESTED -> ValueShape.NESTED;
      case BOOLEAN -> scanTruth();
      case NON_FINITE -> ValueShape.NON_FINITE;
      case NUMBER -> number.scan(utf8, offset, length, expected == ColumnType.WHOLE);
      case TEXT -> expected == ColumnType.TIMESTAMP ? scanTimestamp() : ValueShape.OTHER;
    };
  }

  private ValueShape scanTruth() {
    truth = utf8[offset] == 't';
    return ValueShape.BOOLEAN;
  }

  private ValueShape scanTimestamp() {
    timestampMicros = timestamp.micros(utf8, offset, length);
    return timestampMicros == TimestampText.NONE ? ValueShape.OTHER : ValueShape.TIMESTAMP;
  }

  /** The {@linkplain ValueShape#bit() bit} of what the value turned out to be. */
  int shape() {
    return shape;
  }

  /** The bits of all types whose columns hold the value. */
  int types() {
    return types;
  }

  /**
   * Puts the value into the current row of a batch; null puts nothing.
   *
   * @return whether the column's type holds the value without loss; if not, nothing was put
   */
  boolean putInto(RowBatchBuilder batch, int column) {
    ColumnType type = batch.type(column);
    if ((types & ValueShape.bit(type)) == 0) {
      return false;
    }
    if (shape != NULL) {
      put(batch, column, type);
    }
    return true;
  }

  private void put(RowBatchBuilder batch, int column, ColumnType type) {
    switch (type) {
      case WHOLE -> batch.putLong(column, number.whole());
      case DECIMAL -> putDecimal(batch, column);
      case BOOLEAN -> batch.putBoolean(column, truth);
      case TIMESTAMP -> batch.putTimestampMicros(column, timestampMicros);
      case NESTED -> batch.putJson(column, utf8, offset, length);
      case TEXT -> putText(batch, column);
    }
  }

  private void putDecimal(RowBatchBuilder batch, int column) {
    if (shape == NON_FINITE) {
      batch.putNonFinite(column, nonFinite());
    } else {
      batch.putDouble(column, number.decimal());
    }
  }

  private double nonFinite() {
    return switch (utf8[offset]) {
      case 'N' -> Double.NaN;
      case '-' -> Double.NEGATIVE_INFINITY;
      default -> Double.POSITIVE_INFINITY;
    };
  }

  private void putText(RowBatchBuilder batch, int column) {
    if (quoted) {
      batch.putText(column, utf8, offset, length);
    } else {
      batch.putJson(column, utf8, offset, length);
    }
  }
}
