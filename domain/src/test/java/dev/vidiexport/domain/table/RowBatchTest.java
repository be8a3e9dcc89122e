package dev.vidiexport.domain.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.property.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowBatchTest {
  private static final Schema ALL_TYPES =
      Schema.of(
          new Column("whole", ColumnType.WHOLE),
          new Column("decimal", ColumnType.DECIMAL),
          new Column("text", ColumnType.TEXT),
          new Column("boolean", ColumnType.BOOLEAN),
          new Column("timestamp", ColumnType.TIMESTAMP),
          new Column("nested", ColumnType.NESTED));

  private final RowBatchBuilder builder = new RowBatchBuilder(ALL_TYPES);
  private final RowBatch batch = builder.batch();

  private void put(String column, String json) {
    JsonValue value = JsonValue.of(json);
    int index =
        IntStream.range(0, ALL_TYPES.size())
            .filter(candidate -> ALL_TYPES.column(candidate).name().equals(column))
            .findFirst()
            .orElseThrow();
    builder.put(index, value.kind(), value.characters());
  }

  @Test
  void givesEachValueBackByItsType() {
    put("whole", "-27");
    put("decimal", "0.5");
    put("text", "\"é😀\"");
    put("boolean", "true");
    put("timestamp", "\"1969-12-31 23:59:59.999999\"");
    put("nested", "{\"id\":1.0}");
    builder.endRow();

    assertThat(batch.whole(0, 0)).isEqualTo(-27);
    assertThat(batch.decimal(0, 1)).isEqualTo(0.5);
    assertThat(batch.text(0, 2)).isEqualTo("é😀");
    assertThat(batch.isQuoted(0, 2)).isTrue();
    assertThat(batch.truth(0, 3)).isTrue();
    assertThat(batch.timestampMicros(0, 4)).isEqualTo(-1);
    assertThat(batch.timestamp(0, 4)).hasToString("1969-12-31T23:59:59.999999");
    assertThat(batch.text(0, 5)).isEqualTo("{\"id\":1.0}");
    assertThat(batch.schema()).isSameAs(ALL_TYPES);
  }

  @Test
  void tellsBareTextsFromQuotedOnes() {
    put("text", "1e400");
    builder.endRow();
    put("text", "\"1e400\"");
    builder.endRow();
    put("text", "true");
    builder.endRow();

    assertThat(List.of(batch.isQuoted(0, 2), batch.isQuoted(1, 2), batch.isQuoted(2, 2)))
        .containsExactly(false, true, false);
  }

  @Test
  void isNullWhereNullOrNothingWasPut() {
    put("whole", "null");
    builder.endRow();

    assertThat(IntStream.range(0, ALL_TYPES.size())).allMatch(column -> batch.isNull(0, column));
  }

  @Test
  void refusesToReadAColumnAsAnotherType() {
    put("whole", "1");
    put("nested", "[]");
    builder.endRow();

    assertThatThrownBy(() -> batch.decimal(0, 0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Wanted a decimal at row 0, column whole, but it holds a whole");
    assertThatThrownBy(() -> batch.text(0, 0))
        .hasMessage("Wanted a text at row 0, column whole, but it holds a whole");
    assertThatThrownBy(() -> batch.isQuoted(0, 5))
        .hasMessage("Wanted a text at row 0, column nested, but it holds a nested");
    assertThatThrownBy(() -> batch.truth(0, 0)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> batch.timestampMicros(0, 0)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> batch.whole(0, 5)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void refusesToReadNull() {
    builder.endRow();

    assertThatThrownBy(() -> batch.whole(0, 0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Wanted a whole at row 0, column whole, but it holds a whole that is null");
    assertThatThrownBy(() -> batch.text(0, 2))
        .hasMessage("Wanted a text at row 0, column text, but it holds a text that is null");
  }

  @Test
  void refusesRowsAndColumnsThatAreNotThere() {
    put("whole", "1");
    builder.endRow();

    assertThatThrownBy(() -> batch.whole(1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> batch.isNull(-1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> batch.isNull(0, 6)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> batch.text(0, 6)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> batch.whole(0, 6)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> batch.text(1, 2)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void refusesAValueThatItsColumnDoesNotTake() {
    assertThatThrownBy(() -> builder.put(0, ValueKind.TEXT, "27"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Column whole takes whole values, but was given 27");
  }

  @Test
  void keepsNothingOfATextThatIsNotUnicode() {
    assertThatThrownBy(() -> builder.put(2, ValueKind.TEXT, "half \uD83D"))
        .isInstanceOf(NotUnicodeException.class);
    builder.endRow();

    assertThat(batch.isNull(0, 2)).isTrue();
  }

  @Test
  void copiesTextsAsUtf8() {
    builder.put(2, ValueKind.TEXT, "é😀");
    builder.endRow();
    byte[] copy = "#########".getBytes(UTF_8);

    int end = batch.copyText(0, 2, copy, 1);

    assertThat(batch.textLength(0, 2)).isEqualTo(6);
    assertThat(end).isEqualTo(7);
    assertThat(new String(copy, UTF_8)).isEqualTo("#é😀##");
  }

  @Test
  void copiesNothingButTexts() {
    builder.put(0, ValueKind.NUMBER, "27");
    builder.endRow();

    assertThatThrownBy(() -> batch.textLength(0, 0)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> batch.copyText(0, 2, new byte[9], 0))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void lendsNothingAfterItWasCleared() {
    put("whole", "27");
    builder.endRow();

    builder.clear();

    assertThat(batch.rows()).isZero();
    assertThatThrownBy(() -> batch.whole(0, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    builder.endRow();
    assertThat(batch.isNull(0, 0)).isTrue();
  }

  @Test
  void isFullWith4096Rows() {
    for (int row = 0; row < 4_095; row++) {
      builder.endRow();
      assertThat(builder.isFull()).isFalse();
    }
    builder.endRow();

    assertThat(builder.isFull()).isTrue();
    builder.clear();
    assertThat(builder.isFull()).isFalse();
  }

  @Test
  void isFullWith4MebibytesOfText() {
    String halfAMebibyte = "é".repeat(256 * 1024);
    for (int row = 0; row < 7; row++) {
      builder.put(2, ValueKind.TEXT, halfAMebibyte);
      builder.endRow();
    }
    assertThat(builder.isFull()).isFalse();

    builder.put(5, ValueKind.NESTED, halfAMebibyte);
    builder.endRow();

    assertThat(builder.isFull()).isTrue();
    assertThat(batch.text(6, 2)).isEqualTo(halfAMebibyte);
    builder.clear();
    assertThat(builder.isFull()).isFalse();
  }

  @Test
  void holdsFewerRowsOfManyColumns() {
    List<Column> columns = new ArrayList<>();
    for (int column = 0; column < 10_000; column++) {
      columns.add(new Column("column " + column, ColumnType.WHOLE));
    }
    RowBatchBuilder wide = new RowBatchBuilder(new Schema(columns));

    int rows = 0;
    while (!wide.isFull()) {
      wide.put(9_999, ValueKind.NUMBER, Integer.toString(rows++));
      wide.endRow();
    }

    assertThat(rows).isBetween(1, 100);
    assertThat(wide.batch().whole(rows - 1, 9_999)).isEqualTo(rows - 1);
  }

  @Test
  void givesBackWhatWasPutHoweverOftenItIsUsedAgain() {
    Property.holds(
        300,
        random -> {
          RandomTable table = RandomTable.make(random, 120);
          Schema schema = schemaOf(table);
          RowBatchBuilder used = new RowBatchBuilder(schema);
          List<List<String>> shown = new ArrayList<>();
          for (Map<String, JsonValue> row : table.rows()) {
            put(used, row);
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

  private static void put(RowBatchBuilder builder, Map<String, JsonValue> row) {
    for (int column = 0; column < builder.batch().schema().size(); column++) {
      JsonValue value = row.get(builder.batch().schema().column(column).name());
      if (value != null) {
        builder.put(column, value.kind(), value.characters());
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
