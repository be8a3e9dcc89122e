package dev.vidiexport.reading;

import static dev.vidiexport.spi.SampleValue.nested;
import static dev.vidiexport.spi.SampleValue.nothing;
import static dev.vidiexport.spi.SampleValue.number;
import static dev.vidiexport.spi.SampleValue.text;
import static dev.vidiexport.spi.SampleValue.truth;

import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.spi.SampleValue;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes rows of any shape. */
final class RandomRows {
  private static final int MOST_ROWS = 120;
  private static final long LEAST_SECOND =
      LocalDateTime.of(1, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
  private static final long MOST_SECOND =
      LocalDateTime.of(9999, 12, 31, 23, 59, 59).toEpochSecond(ZoneOffset.UTC);
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  private static final List<String> NAMES =
      List.of(
          "age",
          "Age",
          "AGE",
          "",
          "_",
          "date",
          "a,b",
          "a\"b",
          " x ",
          "a\nb",
          "caf\u00e9",
          "\uD83D\uDE00",
          "=1+1",
          "a;b",
          "a\tb",
          "watcher_count",
          "age_2");

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "NaN",
          "Infinity",
          "null",
          "true",
          "17",
          "a,b",
          "\"",
          "\"\"",
          "a\nb",
          "a\r\nb",
          "\t",
          ";",
          "\u00e9\uD83D\uDE00",
          "\u0000",
          "\\u0041",
          "\uFEFF",
          "'",
          "2016-04-29 10:00:00",
          "x".repeat(300),
          "\u9280\u5EA7",
          "\u2028");

  private static final List<String> NESTED =
      List.of(
          "{}",
          "[]",
          "[1,2,{\"b\":null}]",
          "{\"a\":\"\u00e9\\n\\u0041\"}",
          "[[[[1.50e3]]]]",
          "{\"\":[true,false]}",
          "[\",\",\"\\\"\"]");

  private static final List<String> DECIMALS =
      List.of(
          "0.0",
          "-0.0",
          "NaN",
          "Infinity",
          "-Infinity",
          "4.9e-324",
          "1.7976931348623157e308",
          "0.1",
          "68.4",
          "1e22",
          "1e23",
          "123456789012345.6",
          "-0.001",
          "9007199254740993",
          "1e-7",
          "2.2250738585072014E-308");

  private static final List<String> BARE =
      List.of(
          "1", "-1.50", "1e5", "true", "false", "[1,{\"a\":\"b\"}]", "{}", "12345678901234567890");

  private final Random random;

  RandomRows(Random random) {
    this.random = random;
  }

  WrittenRows next() {
    List<String> names = new ArrayList<>(NAMES);
    List<NumberedColumn> columns = new ArrayList<>();
    int count = 1 + random.nextInt(8);
    for (int column = 0; column < count; column++) {
      String name = names.remove(random.nextInt(names.size()));
      // One is named like the partition, and has another name in files.
      ColumnType type = type();
      columns.add(
          new NumberedColumn(
              columns.size() * 3 + 1,
              name,
              name.equals("date") ? "date_2" : name,
              type,
              meaning(type),
              random.nextInt(4) == 0));
    }
    return new WrittenRows(
        columns,
        IntStream.range(0, random.nextInt(MOST_ROWS)).mapToObj(row -> row(columns)).toList());
  }

  private ColumnType type() {
    return ColumnType.values()[random.nextInt(ColumnType.values().length)];
  }

  private ColumnMeaning meaning(ColumnType type) {
    List<ColumnMeaning> fitting =
        Stream.of(ColumnMeaning.values()).filter(meaning -> meaning.fits(type)).toList();
    return fitting.get(random.nextInt(fitting.size()));
  }

  private List<SampleValue> row(List<NumberedColumn> columns) {
    return columns.stream()
        .map(column -> random.nextInt(5) == 0 ? nothing() : value(column))
        .toList();
  }

  private SampleValue value(NumberedColumn column) {
    if (column.meaning() == ColumnMeaning.DATE) {
      return text(timestamp().substring(0, 10));
    }
    return switch (column.type()) {
      case WHOLE -> number(whole());
      case DECIMAL -> number(decimal());
      case BOOLEAN -> truth(random.nextBoolean());
      case TIMESTAMP -> text(timestamp());
      case NESTED -> nested(oneOf(NESTED));
      case TEXT -> random.nextInt(4) == 0 ? bare(oneOf(BARE)) : text(oneOf(TEXTS));
    };
  }

  private static SampleValue bare(String json) {
    return switch (json.charAt(0)) {
      case '[', '{' -> nested(json);
      case 't', 'f' -> truth(Boolean.parseBoolean(json));
      default -> number(json);
    };
  }

  private String whole() {
    return switch (random.nextInt(4)) {
      case 0 -> Long.toString(Long.MIN_VALUE);
      case 1 -> Long.toString(Long.MAX_VALUE);
      default -> Long.toString(random.nextLong() >> random.nextInt(64));
    };
  }

  private String decimal() {
    double any = Double.longBitsToDouble(random.nextLong());
    return switch (random.nextInt(4)) {
      case 0 -> oneOf(DECIMALS);
      case 1 -> Double.toString(Double.isFinite(any) ? any : random.nextGaussian());
      case 2 -> random.nextInt(1000) + "." + random.nextInt(100_000);
      default -> Double.toString(random.nextDouble());
    };
  }

  private String timestamp() {
    LocalDateTime second =
        LocalDateTime.ofEpochSecond(random.nextLong(LEAST_SECOND, MOST_SECOND), 0, ZoneOffset.UTC);
    return second
        .plusNanos(random.nextBoolean() ? 0 : 1_000L * random.nextInt(1_000_000))
        .format(MICROS);
  }

  private String oneOf(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }
}
