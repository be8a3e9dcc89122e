package dev.vidiexport.domain.table;

import org.jspecify.annotations.Nullable;

/**
 * Finds out what a value is, and holds it in the form that columns store. Used again for each
 * value; a value is valid until the next {@link #scan}, and its utf8 as long as the caller leaves
 * them alone.
 *
 * <p>It is asked for every value of an export, and sets no field to an object without need: a
 * garbage collector has to be told of each of those.
 *
 * <p>What the catalogue expects matters twice: where it expects a whole number, {@code 1.0} is one,
 * and only where it expects a timestamp is a text looked at as one.
 */
final class ValueScanner {
  private static final int NULL = ValueShape.NOTHING.bit();

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

  /** Whether the value came as a quoted text. */
  boolean isQuoted() {
    return quoted;
  }

  /** The {@linkplain ValueShape#bit() bit} of what the value turned out to be. */
  int shape() {
    return shape;
  }

  /** Whether a column of a type, given as its bit, holds the value without loss. */
  boolean fits(int type) {
    return (types & type) != 0;
  }

  boolean isNull() {
    return shape == NULL;
  }

  byte[] utf8() {
    return utf8;
  }

  int offset() {
    return offset;
  }

  int length() {
    return length;
  }

  long whole() {
    return number.whole();
  }

  double decimal() {
    return number.decimal();
  }

  boolean truth() {
    return truth;
  }

  long timestampMicros() {
    return timestampMicros;
  }
}
