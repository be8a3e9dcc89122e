package dev.vidiexport.sinks.report;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What stands in a cell of a table, in no language. Immutable. */
public sealed interface TableCell {
  /** Nothing: it was not measured, or cannot be reckoned. */
  TableCell MISSING = new Missing();

  /**
   * The cell as a text that anything can read: a number with a point and neither groups nor an
   * exponent, as many digits as its double needs; a text as it is; nothing where there is nothing.
   */
  String raw();

  /** A number that is there, or not. */
  static TableCell of(OptionalDouble value) {
    return value.isPresent() && Double.isFinite(value.getAsDouble())
        ? new Numeral(value.getAsDouble())
        : MISSING;
  }

  /** A whole number that is there, or not. */
  static TableCell of(OptionalLong value) {
    return value.isPresent() ? new Numeral((double) value.getAsLong()) : MISSING;
  }

  /** A number. */
  static TableCell of(double value) {
    return of(OptionalDouble.of(value));
  }

  /** A text. */
  static TableCell of(String text) {
    return new Text(text);
  }

  /** A text that is there, or not. */
  static TableCell of(Optional<String> text) {
    return text.<TableCell>map(Text::new).orElse(MISSING);
  }

  /** A number, which is finite. */
  record Numeral(double value) implements TableCell {
    /** Up to here a double tells every whole number from the next. */
    private static final double MOST_WHOLE = 1L << 53;

    @Override
    public String raw() {
      return value == Math.rint(value) && Math.abs(value) <= MOST_WHOLE
          ? Long.toString((long) value)
          : BigDecimal.valueOf(value).toPlainString();
    }
  }

  /** A date, an id, a code or a name. */
  record Text(String text) implements TableCell {
    public Text {
      requireNonNull(text, "text must not be null");
    }

    @Override
    public String raw() {
      return text;
    }
  }

  /** Nothing. */
  record Missing() implements TableCell {
    @Override
    public String raw() {
      return "";
    }
  }
}
