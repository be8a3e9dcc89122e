package dev.vidiexport.spi.flaws;

import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.spi.JsonText;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** What sinks get wrong with single values. */
final class ValueFlaws {
  private ValueFlaws() {}

  static Stream<SinkFlaw> all() {
    String everyType = "keepsEveryValueOfEveryType";
    return Stream.of(
        value(
            everyType,
            "rounds whole numbers",
            "row 11",
            value -> value instanceof Long whole ? (long) whole.doubleValue() : value),
        value(
            everyType,
            "loses the sign of zero",
            "row 3",
            value -> value instanceof Double decimal ? decimal + 0.0 : value),
        value(
            everyType,
            "loses microseconds",
            "row 5",
            value ->
                value instanceof LocalDateTime time ? time.truncatedTo(ChronoUnit.MILLIS) : value),
        value(
            everyType,
            "does not tell bare from quoted",
            "row 3",
            value -> value instanceof JsonText json ? json.characters() : value),
        value(
            "keepsEveryTextThatItsFormatHolds",
            "trims texts",
            "row 3",
            value -> value instanceof String text ? text.strip() : value),
        value(
            "keepsEveryTextThatItsFormatHolds",
            "cuts long texts",
            "long long",
            value ->
                value instanceof String text
                    ? text.substring(0, Math.min(65535, text.length()))
                    : value),
        value(
            "keepsNumbersThatAreNotFiniteIfItTakesThem",
            "writes what is not a number as null",
            "row 1",
            value -> value instanceof Double decimal && decimal.isNaN() ? null : value),
        value(
            "keepsNumbersThatAreNotFiniteIfItTakesThem",
            "loses the sign of infinity",
            "row 5",
            value ->
                value instanceof Double decimal && decimal.isInfinite()
                    ? (Object) Double.POSITIVE_INFINITY
                    : value),
        value(
            "keepsNumbersThatAreNotFiniteIfItTakesThem",
            "quotes the word",
            "row 1",
            value ->
                value instanceof JsonText json && json.characters().equals("NaN")
                    ? json.characters()
                    : value),
        value(
            "keepsDaysAndTimesInUtc",
            "takes a day for a number",
            "row 0",
            value ->
                value instanceof String text && text.startsWith("2016-") ? (Object) 2016L : value),
        value(
            "keepsDaysAndTimesInUtc",
            "moves times into a zone",
            "row 0",
            value -> value instanceof LocalDateTime time ? time.plusHours(2) : value),
        value(
            "tellsNullFromAnEmptyText",
            "turns null into an empty text",
            "row 0",
            value -> value == null ? "" : value),
        value(
            "keepsColumnsThatAreNullThroughout",
            "turns null into zero",
            "row 0",
            value -> value == null ? 0L : value),
        value(
            "writesTheSameWhateverTheLocaleAndTimeZone",
            "asks the locale for digits",
            "row 0",
            value -> value instanceof Long whole ? String.format("%d", whole) : value),
        value(
            "writesTheSameWhateverTheLocaleAndTimeZone",
            "asks the time zone for hours",
            "row ",
            value ->
                value instanceof LocalDateTime time
                    ? Timestamp.valueOf(time).toLocalDateTime()
                    : value),
        value(
            "leavesTheProcessAsItWas",
            "changes the locale",
            "fr_FR",
            value -> {
              Locale.setDefault(Locale.FRANCE);
              return value;
            }),
        value(
            "keepsTablesOfAnyShape",
            "takes backslashes for escapes",
            "case of -Dproperty.seed=",
            value -> value instanceof String text ? text.replace("\\", "") : value));
  }

  /** A flaw of single values. */
  private static SinkFlaw value(
      String fact, String wrong, String said, Function<Object, Object> change) {
    return SinkFlaw.bytes(
        fact,
        wrong,
        said,
        context ->
            new PlainSink(context) {
              @Override
              Object valueOf(RowBatch batch, int row, int column) {
                return change.apply(super.valueOf(batch, row, column));
              }
            });
  }
}
