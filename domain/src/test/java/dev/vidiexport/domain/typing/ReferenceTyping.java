package dev.vidiexport.domain.typing;

import dev.vidiexport.domain.table.BatchText;
import dev.vidiexport.domain.table.ColumnType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The rules by which columns get their types, written down a second time, as plainly as can be and
 * without a thought of speed: tests hold the real thing against it.
 */
public final class ReferenceTyping {
  private static final BigInteger EXACT_IN_DOUBLE = BigInteger.TWO.pow(53);
  private static final Pattern TIMESTAMP =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?");

  private ReferenceTyping() {}

  /** The type of a column that holds these values. */
  public static ColumnType type(Optional<ColumnType> expected, List<JsonValue> all) {
    List<JsonValue> values = all.stream().filter(value -> !value.isNull()).toList();
    if (values.isEmpty()) {
      return expected.orElse(ColumnType.TEXT);
    }
    return switch (expected.orElse(ColumnType.WHOLE)) {
      case TEXT -> ColumnType.TEXT;
      case TIMESTAMP -> allOf(values, ReferenceTyping::isTimestamp, ColumnType.TIMESTAMP);
      case BOOLEAN -> allOf(values, value -> value.kind() == ValueKind.BOOLEAN, ColumnType.BOOLEAN);
      case NESTED -> allOf(values, value -> value.kind() == ValueKind.NESTED, ColumnType.NESTED);
      case DECIMAL -> allOf(values, value -> isDecimal(value, false), ColumnType.DECIMAL);
      case WHOLE -> expected.isPresent() ? number(values, true) : unknown(values);
    };
  }

  private static ColumnType unknown(List<JsonValue> values) {
    return switch (values.get(0).kind()) {
      case NUMBER, NON_FINITE -> number(values, false);
      case BOOLEAN -> allOf(values, value -> value.kind() == ValueKind.BOOLEAN, ColumnType.BOOLEAN);
      case NESTED -> allOf(values, value -> value.kind() == ValueKind.NESTED, ColumnType.NESTED);
      case TEXT, NULL -> ColumnType.TEXT;
    };
  }

  private static ColumnType number(List<JsonValue> values, boolean byValue) {
    return values.stream().allMatch(value -> isWhole(value, byValue))
        ? ColumnType.WHOLE
        : allOf(values, value -> isDecimal(value, byValue), ColumnType.DECIMAL);
  }

  private static ColumnType allOf(
      List<JsonValue> values, Predicate<JsonValue> rule, ColumnType type) {
    return values.stream().allMatch(rule) ? type : ColumnType.TEXT;
  }

  /** Whether a number is a whole one of 64 bits. */
  static boolean isWhole(JsonValue value, boolean byValue) {
    if (value.kind() != ValueKind.NUMBER || !(byValue || isPlain(value))) {
      return false;
    }
    BigDecimal number = new BigDecimal(value.characters()).stripTrailingZeros();
    return number.scale() <= 0
        && number.precision() - number.scale() < 30
        && number.toBigIntegerExact().bitLength() <= 63;
  }

  /** Whether a decimal column holds a number without loss. */
  static boolean isDecimal(JsonValue value, boolean byValue) {
    if (value.kind() == ValueKind.NON_FINITE) {
      return true;
    }
    if (value.kind() != ValueKind.NUMBER) {
      return false;
    }
    if (isWhole(value, byValue)) {
      return new BigDecimal(value.characters()).toBigInteger().abs().compareTo(EXACT_IN_DOUBLE)
          <= 0;
    }
    double nearest = Double.parseDouble(value.characters());
    String mantissa = value.characters().replaceFirst("[eE].*", "");
    String significant = mantissa.replaceAll("[-.]", "").replaceFirst("^0+", "");
    return !isPlain(value)
        && significant.length() <= 17
        && Double.isFinite(nearest)
        && (nearest != 0 || significant.isEmpty());
  }

  private static boolean isPlain(JsonValue value) {
    return value.characters().matches("-?\\d+");
  }

  private static boolean isTimestamp(JsonValue value) {
    return value.kind() == ValueKind.TEXT && timestamp(value.characters()).isPresent();
  }

  /** The time that a text stands for; empty for any other text. */
  static Optional<LocalDateTime> timestamp(String text) {
    if (!TIMESTAMP.matcher(text).matches() || text.startsWith("0000")) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDateTime.parse(text.replace(' ', 'T')));
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  /** How {@link BatchText} shows a value in a column of a type that holds it. */
  public static String shown(JsonValue value, ColumnType type) {
    if (value.isNull()) {
      return "null";
    }
    return switch (type) {
      case WHOLE -> new BigDecimal(value.characters()).toBigIntegerExact().toString();
      case DECIMAL -> Double.toString(Double.parseDouble(value.characters()));
      case TIMESTAMP -> timestamp(value.characters()).orElseThrow().toString();
      case BOOLEAN, NESTED -> value.characters();
      case TEXT -> value.json();
    };
  }
}
