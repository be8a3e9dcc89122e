package dev.vidiexport.spi;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes tables of any shape. */
final class RandomTables {
  private static final int MOST_COLUMNS = 8;
  private static final int MOST_ROWS = 200;
  private static final int MOST_PIECES_OF_A_TEXT = 4;
  private static final double SHARE_OF_NULLS = 0.2;
  private static final long LEAST_SECOND =
      LocalDateTime.of(1, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
  private static final long MOST_SECOND =
      LocalDateTime.of(9999, 12, 31, 23, 59, 59).toEpochSecond(ZoneOffset.UTC);

  private final Random random;
  private final List<String> pieces;

  /**
   * Makes a source of tables.
   *
   * @param holds which texts the format can hold
   */
  RandomTables(Random random, Predicate<String> holds) {
    this.random = random;
    pieces =
        Stream.concat(SampleTables.TEXTS.stream(), SampleTables.NAMES.stream())
            .filter(text -> text.length() < 20)
            .filter(holds)
            .toList();
  }

  SampleTable next() {
    List<Column> columns =
        Stream.concat(Stream.of("location_id"), Stream.generate(this::text))
            .distinct()
            .limit(1 + random.nextInt(MOST_COLUMNS))
            .map(this::column)
            .toList();
    // The first column tells rows apart, and keeps a row of nulls from being an empty line.
    List<Column> all = new ArrayList<>(columns);
    all.set(0, new Column("location_id", ColumnType.WHOLE));
    return new SampleTable(
        new Schema(all),
        IntStream.range(0, random.nextInt(MOST_ROWS)).mapToObj(row -> row(all, row)).toList());
  }

  private Column column(String name) {
    ColumnType type = oneOf(List.of(ColumnType.values()));
    List<ColumnMeaning> fitting =
        Stream.of(ColumnMeaning.values()).filter(meaning -> meaning.fits(type)).toList();
    return new Column(name, type, oneOf(fitting));
  }

  int rowsPerBatch() {
    return 1 + random.nextInt(MOST_ROWS);
  }

  private List<SampleValue> row(List<Column> columns, int row) {
    List<SampleValue> values = new ArrayList<>();
    values.add(SampleValue.number(Integer.toString(row)));
    for (Column column : columns.subList(1, columns.size())) {
      values.add(random.nextDouble() < SHARE_OF_NULLS ? SampleValue.nothing() : value(column));
    }
    return values;
  }

  private SampleValue value(Column column) {
    if (column.meaning() == ColumnMeaning.DATE) {
      return SampleValue.text(timestamp().substring(0, "0001-01-01".length()));
    }
    return switch (column.type()) {
      case WHOLE -> SampleValue.number(Long.toString(random.nextLong() >> random.nextInt(64)));
      case DECIMAL -> SampleValue.number(decimal());
      case BOOLEAN -> SampleValue.truth(random.nextBoolean());
      case TIMESTAMP -> SampleValue.text(timestamp());
      case NESTED -> oneOf(SampleTables.values(ColumnType.NESTED));
      case TEXT ->
          random.nextInt(3) == 0
              ? oneOf(SampleTables.values(ColumnType.TEXT))
              : SampleValue.text(text());
    };
  }

  private String decimal() {
    double value = Double.longBitsToDouble(random.nextLong());
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.16e", value) : decimal();
  }

  private String timestamp() {
    LocalDateTime second =
        LocalDateTime.ofEpochSecond(random.nextLong(LEAST_SECOND, MOST_SECOND), 0, ZoneOffset.UTC);
    String text = String.format(Locale.ROOT, "%tF %<tT", second);
    return random.nextBoolean()
        ? text
        : text + String.format(Locale.ROOT, ".%06d", random.nextInt(1_000_000));
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int piece = random.nextInt(MOST_PIECES_OF_A_TEXT + 1); piece > 0; piece--) {
      text.append(oneOf(pieces));
    }
    return text.toString();
  }

  private <T> T oneOf(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }
}
