package dev.vidiexport.spi;

import static dev.vidiexport.spi.SampleValue.nested;
import static dev.vidiexport.spi.SampleValue.nothing;
import static dev.vidiexport.spi.SampleValue.number;
import static dev.vidiexport.spi.SampleValue.text;
import static dev.vidiexport.spi.SampleValue.truth;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tables that every sink is given. */
final class SampleTables {
  /** Texts that have broken some format somewhere. */
  static final List<String> TEXTS =
      List.of(
          "",
          " ",
          " edge",
          "edge ",
          "\t",
          "a\tb",
          "\"",
          "\"\"",
          "say \"yes\"",
          "'",
          ",",
          "a,b;c|d",
          "\n",
          "\r",
          "\r\n",
          "two\nlines",
          "two\r\nlines",
          "\\",
          "\\N",
          "\\.",
          "\\u0041",
          "null",
          "NULL",
          "NaN",
          "true",
          "1",
          "1.0",
          "007",
          "-5",
          "=1+1",
          "@SUM(A1)",
          "#comment",
          "<b>&amp;</b>",
          "{\"a\":1}",
          "[1]",
          "\u0000",
          "a\u0000b",
          "\u0001",
          "\u001B[31m",
          "\u007F",
          "\u0085",
          "\u00A0",
          "\u00E9",
          "e\u0301",
          "\u0414\u0430",
          "\u05D0\u202E",
          "\u2028",
          "a\u2029b",
          "\uFEFF",
          "\uFFFD",
          "\uFFFF",
          "\uD83D\uDE00",
          "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
          "\uDBFF\uDFFF",
          "long ".repeat(20_000));

  /** Names that some format would trip over, or take for one another. */
  static final List<String> NAMES =
      List.of(
          "location_id",
          "",
          " ",
          " edge ",
          "two words",
          "edge",
          "two_words",
          "a.b",
          "a_b",
          "a,b",
          "a;b",
          "a\tb",
          "say \"yes\"",
          "it's",
          "two\nlines",
          "age",
          "Age",
          "AGE",
          "age_2",
          "_",
          "0",
          "1st",
          "[0]",
          "a[0].b",
          "$x",
          "a/b",
          "a\\b",
          "a:b",
          "%s",
          "{}",
          "select",
          "__proto__",
          "\u043B\u043E\u043A\u0430\u0446\u0438\u044F",
          "\u00E9",
          "e\u0301",
          "\uD83D\uDE00",
          "\u0130",
          "a\u2028b",
          "x".repeat(1000));

  private static final List<SampleValue> NON_FINITES = numbers("NaN", "Infinity", "-Infinity");
  private static final List<SampleValue> WHOLES =
      numbers(
          "0",
          "1",
          "-1",
          "9007199254740992",
          "-9007199254740992",
          "9007199254740993",
          "-9007199254740993",
          "9223372036854775807",
          "-9223372036854775808");
  private static final List<SampleValue> DECIMALS =
      numbers(
          "0.1",
          "-0.0",
          "0.0",
          "27",
          "1e22",
          "1e23",
          "-12.5",
          "1234.5678",
          "0.30000000000000004",
          "123456789.01234567",
          "9007199254740992",
          "4.9e-324",
          "2.2250738585072014e-308",
          "1.7976931348623157e308",
          "-1.7976931348623157e308");
  private static final List<SampleValue> TIMESTAMPS =
      texts(
          "2016-04-29 10:00:00",
          "2016-04-29 10:00:00.5",
          "2016-04-29 23:59:59.000001",
          "2016-02-29 00:00:00",
          "1970-01-01 00:00:00",
          "1969-12-31 23:59:59.999999",
          "1582-10-10 12:00:00",
          "0001-01-01 00:00:00",
          "9999-12-31 23:59:59.999999",
          // Hours that a change of the clock leaves out in Paris and in New York.
          "2016-03-27 02:30:00",
          "2016-03-13 02:30:00");
  private static final List<SampleValue> DAYS =
      texts(
          "2016-04-29",
          "2016-02-29",
          "1970-01-01",
          "1969-12-31",
          "1582-10-10",
          "0001-01-01",
          "9999-12-31");
  private static final List<SampleValue> NESTEDS =
      Stream.of(
              "{}",
              "[]",
              "[[],{}]",
              "{\"content_id\":12,\"times\":[1,2.50,null,true,1e400]}",
              "{\"b\":{\"a\":\"say \\\"yes\\\" \\\\ \u00E9 \uD83D\uDE00, \"}}",
              "[12345678901234567890123]",
              "[".repeat(50) + "]".repeat(50))
          .map(SampleValue::nested)
          .toList();
  private static final List<SampleValue> MIXED =
      List.of(
          text("1"),
          number("1"),
          number("1.0"),
          number("-0"),
          number("1e400"),
          number("1.50"),
          number("123456789012345678901234567890"),
          text("true"),
          truth(true),
          truth(false),
          text("[1]"),
          nested("[1]"),
          nested("{\"a\":\"b\"}"),
          text("plain"),
          text(""));

  private SampleTables() {}

  /** Values of a type, ordinary and extreme, without null. */
  static List<SampleValue> values(ColumnType type) {
    return switch (type) {
      case WHOLE -> WHOLES;
      case DECIMAL -> DECIMALS;
      case BOOLEAN -> List.of(truth(true), truth(false));
      case TIMESTAMP -> TIMESTAMPS;
      case NESTED -> NESTEDS;
      case TEXT -> MIXED;
    };
  }

  /** A column of values, with a null before, between and after them. */
  static SampleTable column(ColumnType type, List<SampleValue> values) {
    List<List<SampleValue>> rows = new ArrayList<>();
    rows.add(List.of(text("first"), nothing()));
    for (SampleValue value : values) {
      rows.add(List.of(text("value"), value));
      rows.add(List.of(nothing(), nothing()));
    }
    // A column beside it, as a row of one null would be an empty line in some formats.
    Schema schema = Schema.of(new Column("kind", ColumnType.TEXT), new Column("value", type));
    return new SampleTable(schema, rows);
  }

  /** A column of days and one of times in UTC, each with nulls between its values. */
  static SampleTable daysAndTimesInUtc() {
    SampleTable table =
        SampleTable.of(
            new Column("row", ColumnType.WHOLE),
            new Column("day", ColumnType.TEXT, ColumnMeaning.DATE),
            new Column("utc", ColumnType.TIMESTAMP, ColumnMeaning.UTC),
            new Column("local", ColumnType.TIMESTAMP));
    for (int row = 0; row < TIMESTAMPS.size(); row++) {
      SampleValue time = TIMESTAMPS.get(row);
      table =
          table
              .withRow(number("1"), DAYS.get(row % DAYS.size()), time, time)
              .withRow(number("2"), nothing(), nothing(), time);
    }
    return table;
  }

  /**
   * Columns of the types that hold numbers which are not finite, with such numbers among others.
   *
   * @param taken whether the sink takes them; null stands in their place otherwise
   */
  static SampleTable notFinite(boolean taken) {
    SampleTable table =
        SampleTable.of(
                new Column("decimal", ColumnType.DECIMAL),
                new Column("text", ColumnType.TEXT),
                new Column("words", ColumnType.TEXT))
            .withRow(number("0.5"), text("NaN"), text("plain"));
    for (SampleValue word : NON_FINITES) {
      SampleValue given = taken ? word : nothing();
      table =
          table
              .withRow(given, given, text(word.characters()))
              .withRow(number("-1.5"), nothing(), nothing());
    }
    return table;
  }

  /** A column of each type, and as many rows as wanted, all different. */
  static SampleTable everyType(int rows) {
    Schema schema =
        new Schema(
            Stream.concat(
                    Stream.of(new Column("row", ColumnType.WHOLE)),
                    Stream.of(ColumnType.values()).map(type -> new Column(type.label(), type)))
                .toList());
    return new SampleTable(
        schema, IntStream.range(0, rows).mapToObj(SampleTables::everyTypeRow).toList());
  }

  private static List<SampleValue> everyTypeRow(int row) {
    List<SampleValue> values = new ArrayList<>();
    values.add(number(Integer.toString(row)));
    for (ColumnType type : ColumnType.values()) {
      List<SampleValue> good = values(type);
      int index = row % (good.size() + 1);
      values.add(index == good.size() ? nothing() : good.get(index));
    }
    return values;
  }

  /** Columns of the names given, of every type in turn, and two rows. */
  static SampleTable named(List<String> names) {
    List<Column> columns = new ArrayList<>();
    List<SampleValue> values = new ArrayList<>();
    for (String name : names) {
      ColumnType type = ColumnType.values()[columns.size() % ColumnType.values().length];
      columns.add(new Column(name, type));
      values.add(values(type).get(columns.size() % values(type).size()));
    }
    List<SampleValue> nothings = names.stream().map(name -> nothing()).toList();
    return new SampleTable(new Schema(columns), List.of(values, nothings));
  }

  private static List<SampleValue> numbers(String... numbers) {
    return Stream.of(numbers).map(SampleValue::number).toList();
  }

  private static List<SampleValue> texts(String... texts) {
    return Stream.of(texts).map(SampleValue::text).toList();
  }
}
