package dev.vidiexport.spi;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatchBuilder;
import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * A value as VidiCenter's JSON writes it. Immutable.
 *
 * @param kind how it is written
 * @param characters the text without quotes or escapes, or the JSON of any other value
 */
public record SampleValue(Kind kind, String characters) {
  /** How a value is written. */
  public enum Kind {
    /** {@code null}. */
    NULL,
    /** A quoted text, an empty one included. */
    TEXT,
    /** A bare number, which need not be finite. */
    NUMBER,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** An object or an array. */
    NESTED
  }

  public SampleValue {
    requireNonNull(kind, "kind must not be null");
    requireNonNull(characters, "characters must not be null");
  }

  /** A null. */
  public static SampleValue nothing() {
    return new SampleValue(Kind.NULL, "null");
  }

  /** A quoted text; a timestamp too. */
  public static SampleValue text(String characters) {
    return new SampleValue(Kind.TEXT, characters);
  }

  /** A bare number; {@code NaN}, {@code Infinity} and {@code -Infinity} too. */
  public static SampleValue number(String characters) {
    return new SampleValue(Kind.NUMBER, characters);
  }

  /** True or false. */
  public static SampleValue truth(boolean value) {
    return new SampleValue(Kind.BOOLEAN, Boolean.toString(value));
  }

  /** An object or an array, without white space. */
  public static SampleValue nested(String json) {
    return new SampleValue(Kind.NESTED, json);
  }

  /**
   * Puts the value into the current row of a batch, as what it means in a column of that type.
   *
   * @param column counted from 0
   * @throws IllegalArgumentException when the column's type does not take values of this kind
   */
  public void putInto(RowBatchBuilder batch, int column) {
    ColumnType type = batch.type(column);
    if (!suits(type)) {
      throw new IllegalArgumentException(
          "A %s column takes no value like %s".formatted(type.label(), characters));
    }
    if (kind != Kind.NULL) {
      put(batch, column, type);
    }
  }

  private boolean suits(ColumnType type) {
    return switch (kind) {
      case NULL -> true;
      case TEXT -> type == ColumnType.TEXT || type == ColumnType.TIMESTAMP;
      case NUMBER ->
          type == ColumnType.TEXT || type == ColumnType.WHOLE || type == ColumnType.DECIMAL;
      case BOOLEAN -> type == ColumnType.TEXT || type == ColumnType.BOOLEAN;
      case NESTED -> type == ColumnType.TEXT || type == ColumnType.NESTED;
    };
  }

  private void put(RowBatchBuilder batch, int column, ColumnType type) {
    switch (type) {
      case WHOLE -> batch.putLong(column, whole());
      case DECIMAL -> putDecimal(batch, column);
      case BOOLEAN -> batch.putBoolean(column, Boolean.parseBoolean(characters));
      case TIMESTAMP -> batch.putTimestamp(column, timestamp());
      case NESTED -> batch.putJson(column, characters);
      case TEXT -> putText(batch, column);
    }
  }

  private void putDecimal(RowBatchBuilder batch, int column) {
    double value = Double.parseDouble(characters);
    if (Double.isFinite(value)) {
      batch.putDouble(column, value);
    } else {
      batch.putNonFinite(column, value);
    }
  }

  private void putText(RowBatchBuilder batch, int column) {
    if (kind == Kind.TEXT) {
      batch.putText(column, characters);
    } else {
      batch.putJson(column, characters);
    }
  }

  /** What the value means in a column of a type, worked out from the characters alone. */
  Object meaning(ColumnType type) {
    if (kind == Kind.NULL) {
      return null;
    }
    return switch (type) {
      case WHOLE -> whole();
      case DECIMAL -> Double.valueOf(characters);
      case BOOLEAN -> Boolean.valueOf(characters);
      case TIMESTAMP -> timestamp();
      case NESTED -> new JsonText(characters);
      case TEXT -> kind == Kind.TEXT ? characters : new JsonText(characters);
    };
  }

  private long whole() {
    return new BigDecimal(characters).longValueExact();
  }

  private LocalDateTime timestamp() {
    return LocalDateTime.parse(characters.replace(' ', 'T'));
  }
}
