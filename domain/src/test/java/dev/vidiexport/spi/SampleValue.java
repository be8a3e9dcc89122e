package dev.vidiexport.spi;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.ValueKind;
import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * A value as VidiCenter's JSON writes it. Immutable.
 *
 * @param kind how it is written
 * @param characters the text without quotes or escapes, or the JSON of any other value
 */
public record SampleValue(ValueKind kind, String characters) {
  public SampleValue {
    requireNonNull(kind, "kind must not be null");
    requireNonNull(characters, "characters must not be null");
  }

  /** A null. */
  public static SampleValue nothing() {
    return new SampleValue(ValueKind.NULL, "null");
  }

  /** A quoted text; a timestamp too. */
  public static SampleValue text(String characters) {
    return new SampleValue(ValueKind.TEXT, characters);
  }

  /** A bare number. */
  public static SampleValue number(String characters) {
    return new SampleValue(ValueKind.NUMBER, characters);
  }

  /** True or false. */
  public static SampleValue truth(boolean value) {
    return new SampleValue(ValueKind.BOOLEAN, Boolean.toString(value));
  }

  /** An object or an array, without white space. */
  public static SampleValue nested(String json) {
    return new SampleValue(ValueKind.NESTED, json);
  }

  /** What the value means in a column of a type, worked out from the characters alone. */
  Object meaning(ColumnType type) {
    if (kind == ValueKind.NULL) {
      return null;
    }
    return switch (type) {
      case WHOLE -> new BigDecimal(characters).longValueExact();
      case DECIMAL -> Double.valueOf(characters);
      case BOOLEAN -> Boolean.valueOf(characters);
      case TIMESTAMP -> LocalDateTime.parse(characters.replace(' ', 'T'));
      case NESTED -> new JsonText(characters);
      case TEXT -> kind == ValueKind.TEXT ? characters : new JsonText(characters);
    };
  }
}
