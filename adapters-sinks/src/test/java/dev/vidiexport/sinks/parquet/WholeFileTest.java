package dev.vidiexport.sinks.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkTarget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many rows, in whatever batches, with dictionaries that pay, do not pay, and fill up. */
class WholeFileTest {
  private static final Schema COLUMNS =
      Schema.of(
          new Column("few_numbers", ColumnType.WHOLE),
          new Column("many_numbers", ColumnType.WHOLE),
          new Column("decimals", ColumnType.DECIMAL),
          new Column("truths", ColumnType.BOOLEAN),
          new Column("few_texts", ColumnType.TEXT),
          new Column("more_and_more_texts", ColumnType.TEXT),
          new Column("more_and_more_days", ColumnType.TEXT, ColumnMeaning.DATE));

  private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
  private static final String SMALL_ROW_GROUP = "65536";
  private static final String ROW_GROUP_OF_MANY_PAGES = "8000000";

  @TempDir Path folder;

  @Test
  void isTheSameInWhateverBatchesTheRowsCome() {
    Property.holds(
        5,
        random -> {
          List<List<@Nullable Object>> rows = rows(random, 6_000);

          byte[] oneByOne = written(rows, () -> 1, SMALL_ROW_GROUP);
          byte[] anyhow = written(rows, () -> 1 + random.nextInt(4_096), SMALL_ROW_GROUP);

          assertThat(Arrays.equals(oneByOne, anyhow)).isTrue();
        });
  }

  @Test
  void holdsEveryValueInItsPlace() {
    Property.holds(
        2,
        random -> {
          List<List<@Nullable Object>> rows = rows(random, 120_000);
          // Pages of nulls alone, before any other and in the middle.
          blank(rows, random.nextInt(COLUMNS.size()), 0, 25_000);
          blank(rows, random.nextInt(COLUMNS.size()), 50_000, 95_000);
          Path file = folder.resolve("out.parquet");

          Files.write(file, written(rows, () -> 4_096, ROW_GROUP_OF_MANY_PAGES));

          assertThat(DuckDb.rows(file, "SELECT * FROM read_parquet(?)").equals(rows)).isTrue();
        });
  }

  /** Engines leave row groups out by their smallest and largest values. */
  @Test
  void isFoundByEveryValue() {
    Property.holds(
        2,
        random -> {
          List<List<@Nullable Object>> rows = rows(random, 6_000);
          Path file = folder.resolve("out.parquet");
          Files.write(file, written(rows, () -> 4_096, SMALL_ROW_GROUP));

          for (int column = 0; column < COLUMNS.size(); column++) {
            String name = COLUMNS.column(column).name();
            for (Object value : someValues(rows, column, random)) {
              assertThat(
                      DuckDb.rows(
                          file,
                          "SELECT count(*) FROM read_parquet(?) WHERE %s = %s"
                              .formatted(name, literal(value))))
                  .as("rows whose %s is %s", name, value)
                  .isEqualTo(List.of(List.of(count(rows, column, value))));
            }
            assertThat(
                    DuckDb.rows(
                        file,
                        "SELECT sum(stats_null_count)::BIGINT FROM parquet_metadata(?)"
                            + " WHERE path_in_schema = '%s'".formatted(name)))
                .isEqualTo(List.of(List.of(count(rows, column, null))));
          }
        });
  }

  private static void blank(List<List<@Nullable Object>> rows, int column, int from, int to) {
    rows.subList(from, to).forEach(row -> row.set(column, null));
  }

  private static List<Object> someValues(
      List<List<@Nullable Object>> rows, int column, Random random) {
    List<Object> values =
        rows.stream().map(row -> row.get(column)).filter(Objects::nonNull).sorted().toList();
    List<Object> some = new ArrayList<>(List.of(values.get(0), values.get(values.size() - 1)));
    for (int count = 0; count < 10; count++) {
      some.add(values.get(random.nextInt(values.size())));
    }
    return some;
  }

  private static String literal(Object value) {
    return value instanceof String || value instanceof LocalDate
        ? "'" + value + "'"
        : value.toString();
  }

  private static long count(List<List<@Nullable Object>> rows, int column, @Nullable Object value) {
    return rows.stream().filter(row -> Objects.equals(row.get(column), value)).count();
  }

  private static List<List<@Nullable Object>> rows(Random random, int count) {
    int different = 1 + random.nextInt(400);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      List<@Nullable Object> values = new ArrayList<>();
      values.add((long) random.nextInt(different));
      values.add(random.nextLong());
      values.add((random.nextInt(different) - 100) / 8.0);
      values.add(random.nextBoolean());
      values.add("zé銀".charAt(random.nextInt(3)) + " " + random.nextInt(different));
      values.add("text " + random.nextInt(1 + row / 10) + "x".repeat(20));
      values.add(FIRST_DAY.plusDays(random.nextInt(1 + 20 * row)));
      for (int column = 0; column < values.size(); column++) {
        if (random.nextInt(5) == 0) {
          values.set(column, null);
        }
      }
      rows.add(values);
    }
    return rows;
  }

  /** How many rows the next batch has. */
  private interface BatchSizes {
    int next();
  }

  private static byte[] written(
      List<List<@Nullable Object>> rows, BatchSizes sizes, String rowGroupBytes)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ParquetSinkProvider provider = new ParquetSinkProvider();
    Context context =
        new Context(
            new SinkTarget.Bytes(bytes, Optional.empty()),
            COLUMNS,
            SinkOptions.of(
                provider, Map.of("row-group-bytes", rowGroupBytes, "compression", "none")));
    RowBatchBuilder batch = new RowBatchBuilder(COLUMNS);
    try (Sink sink = provider.open(context)) {
      int size = sizes.next();
      for (List<@Nullable Object> row : rows) {
        put(batch, row);
        if (batch.batch().rows() == size || batch.isFull()) {
          sink.write(batch.batch());
          batch.clear();
          size = sizes.next();
        }
      }
      sink.write(batch.batch());
      sink.commit(new Provenance(Map.of(), Optional.empty(), rows.size(), "test"));
    }
    return bytes.toByteArray();
  }

  private static void put(RowBatchBuilder batch, List<@Nullable Object> row) {
    for (int column = 0; column < row.size(); column++) {
      Object value = row.get(column);
      if (value instanceof String || value instanceof LocalDate) {
        batch.putText(column, value.toString());
      } else if (value instanceof Boolean truth) {
        batch.putBoolean(column, truth);
      } else if (value instanceof Long whole) {
        batch.putLong(column, whole);
      } else if (value != null) {
        batch.putDouble(column, (Double) value);
      }
    }
    batch.endRow();
  }

  private record Context(SinkTarget target, Schema schema, SinkOptions options)
      implements SinkContext {}
}
