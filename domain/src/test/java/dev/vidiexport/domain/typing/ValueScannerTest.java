package dev.vidiexport.domain.typing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.table.BatchText;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How a value gets from its characters into a batch. */
class ValueScannerTest {
  private static final Schema ALL_TYPES =
      new Schema(
          Stream.of(ColumnType.values()).map(type -> new Column(type.label(), type)).toList());
  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);
  private static final long FIRST_SECOND =
      LocalDateTime.of(1, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
  private static final long END_SECOND =
      LocalDateTime.of(10_000, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);

  private final ValueScanner scanner = new ValueScanner();

  private void scanInto(RowBatchBuilder batch, int column, JsonValue value) {
    byte[] utf8 = value.characters().getBytes(UTF_8);
    scanner.scan(value.kind(), utf8, 0, utf8.length, batch.type(column));
    assertThat(scanner.putInto(batch, column)).as("%s fits", value).isTrue();
  }

  @Test
  void putsWhatATypedPutOfTheSameValuePuts() {
    Property.holds(
        2_000,
        random -> {
          RowBatchBuilder scanned = new RowBatchBuilder(ALL_TYPES);
          RowBatchBuilder typed = new RowBatchBuilder(ALL_TYPES);
          for (int row = 0; row < 4; row++) {
            for (int column = 0; column < ALL_TYPES.size(); column++) {
              scanInto(scanned, column, putTyped(typed, column, random));
            }
            scanned.endRow();
            typed.endRow();
          }

          assertThat(BatchText.rows(typed.batch())).isEqualTo(BatchText.rows(scanned.batch()));
        });
  }

  /** Puts a random value, and gives it as JSON writes it. */
  private static JsonValue putTyped(RowBatchBuilder batch, int column, Random random) {
    return switch (batch.type(column)) {
      case WHOLE -> {
        long value = random.nextLong() >> random.nextInt(64);
        batch.putLong(column, value);
        yield new JsonValue(ValueKind.NUMBER, Long.toString(value));
      }
      case DECIMAL -> {
        double value = finite(random);
        batch.putDouble(column, value);
        yield new JsonValue(ValueKind.NUMBER, String.format(Locale.ROOT, "%.16e", value));
      }
      case BOOLEAN -> {
        boolean value = random.nextBoolean();
        batch.putBoolean(column, value);
        yield new JsonValue(ValueKind.BOOLEAN, Boolean.toString(value));
      }
      case TIMESTAMP -> {
        LocalDateTime value = timestamp(random);
        batch.putTimestamp(column, value);
        yield new JsonValue(ValueKind.TEXT, MICROSECONDS.format(value));
      }
      case NESTED -> {
        String value = random.nextBoolean() ? "{\"id\":1.0}" : "[]";
        batch.putJson(column, value);
        yield new JsonValue(ValueKind.NESTED, value);
      }
      case TEXT -> putText(batch, column, RandomJson.value(random));
    };
  }

  private static JsonValue putText(RowBatchBuilder batch, int column, JsonValue value) {
    if (value.kind() == ValueKind.TEXT) {
      batch.putText(column, value.characters());
    } else if (!value.isNull()) {
      batch.putJson(column, value.characters());
    }
    return value;
  }

  private static double finite(Random random) {
    double value = random.nextInt(10) == 0 ? -0.0 : Double.longBitsToDouble(random.nextLong());
    return Double.isFinite(value) ? value : finite(random);
  }

  private static LocalDateTime timestamp(Random random) {
    long second =
        switch (random.nextInt(10)) {
          case 0 -> FIRST_SECOND;
          case 1 -> END_SECOND - 1;
          default -> random.nextLong(FIRST_SECOND, END_SECOND);
        };
    int micros = random.nextBoolean() ? 999_999 : random.nextInt(1_000_000);
    return LocalDateTime.ofEpochSecond(second, micros * 1000, ZoneOffset.UTC);
  }

  @Test
  void fillsABatchThatIsUsedAgainAndAgain() {
    Property.holds(
        300,
        random -> {
          RandomTable table = RandomTable.make(random, 120);
          Schema schema = schemaOf(table);
          RowBatchBuilder used = new RowBatchBuilder(schema);
          List<List<String>> shown = new ArrayList<>();
          for (Map<String, JsonValue> row : table.rows()) {
            scanRowInto(used, row);
            if (random.nextInt(10) == 0) {
              shown.addAll(takeOut(used));
            }
          }
          shown.addAll(takeOut(used));

          assertThat(shown).isEqualTo(table.shown(schema));
        });
  }

  private static Schema schemaOf(RandomTable table) {
    List<Column> columns = new ArrayList<>();
    table.plainTypes().forEach((name, type) -> columns.add(new Column(name, sureToFit(type))));
    return new Schema(columns);
  }

  /** Only with the catalogue is a 1 with twenty zeros behind its point a whole number. */
  private static ColumnType sureToFit(ColumnType type) {
    return type == ColumnType.DECIMAL ? ColumnType.TEXT : type;
  }

  private void scanRowInto(RowBatchBuilder builder, Map<String, JsonValue> row) {
    for (int column = 0; column < builder.batch().schema().size(); column++) {
      JsonValue value = row.get(builder.batch().schema().column(column).name());
      if (value != null) {
        scanInto(builder, column, value);
      }
    }
    builder.endRow();
  }

  private static List<List<String>> takeOut(RowBatchBuilder builder) {
    List<List<String>> rows = BatchText.rows(builder.batch());
    builder.clear();
    return rows;
  }
}
