package dev.vidiexport.domain.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowBatchBuilderTest {
  private static final int TEXT = ColumnType.TEXT.ordinal();
  private static final int NESTED = ColumnType.NESTED.ordinal();
  private static final int DECIMAL = ColumnType.DECIMAL.ordinal();
  private static final int TIMESTAMP = ColumnType.TIMESTAMP.ordinal();

  /** A column of each type, in the order of the types. */
  private static final Schema ALL_TYPES =
      new Schema(
          Stream.of(ColumnType.values()).map(type -> new Column(type.label(), type)).toList());

  /** What each method puts, and the types of the columns that it is for. */
  private static final Map<String, Put> PUTS =
      Map.of(
          "putLong",
          new Put((batch, column) -> batch.putLong(column, 27), EnumSet.of(ColumnType.WHOLE)),
          "putDouble",
          new Put((batch, column) -> batch.putDouble(column, 0.5), EnumSet.of(ColumnType.DECIMAL)),
          "putBoolean",
          new Put((batch, column) -> batch.putBoolean(column, true), Set.of(ColumnType.BOOLEAN)),
          "putTimestamp",
          new Put(
              (batch, column) -> batch.putTimestamp(column, LocalDateTime.of(2016, 4, 29, 10, 0)),
              EnumSet.of(ColumnType.TIMESTAMP)),
          "putTimestampMicros",
          new Put(
              (batch, column) -> batch.putTimestampMicros(column, -1),
              EnumSet.of(ColumnType.TIMESTAMP)),
          "putText",
          new Put((batch, column) -> batch.putText(column, "Lobby"), EnumSet.of(ColumnType.TEXT)),
          "putJson",
          new Put(
              (batch, column) -> batch.putJson(column, "[1]"),
              EnumSet.of(ColumnType.TEXT, ColumnType.NESTED)));

  private record Put(ObjIntConsumer<RowBatchBuilder> method, Set<ColumnType> types) {
    void into(RowBatchBuilder batch, int column) {
      method.accept(batch, column);
    }
  }

  private final RowBatchBuilder builder = new RowBatchBuilder(ALL_TYPES);
  private final RowBatch batch = builder.batch();

  static Set<String> methods() {
    return PUTS.keySet();
  }

  @Test
  void tellsTheTypeOfEachColumn() {
    assertThat(IntStream.range(0, ALL_TYPES.size()).mapToObj(builder::type))
        .containsExactly(ColumnType.values());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void putsIntoColumnsOfItsTypesAlone(String method) {
    Put put = PUTS.get(method);

    for (ColumnType type : ColumnType.values()) {
      if (put.types().contains(type)) {
        put.into(builder, type.ordinal());
      } else {
        assertThatThrownBy(() -> put.into(builder, type.ordinal()))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageStartingWith(
                "Column %s takes %s values, but was given a ", type.label(), type.label());
      }
    }
    builder.endRow();

    for (ColumnType type : ColumnType.values()) {
      assertThat(batch.isNull(0, type.ordinal())).isEqualTo(!put.types().contains(type));
    }
  }

  @Test
  void saysWhatAColumnTakesAndWhatItWasGiven() {
    assertThatThrownBy(() -> builder.putLong(DECIMAL, 27))
        .hasMessage("Column decimal takes decimal values, but was given a whole");
    assertThatThrownBy(() -> builder.putText(NESTED, "27"))
        .hasMessage("Column nested takes nested values, but was given a text");
    assertThatThrownBy(() -> builder.putJson(DECIMAL, "27"))
        .hasMessage("Column decimal takes decimal values, but was given a nested");
  }

  @ParameterizedTest
  @MethodSource("methods")
  void putsIntoNoColumnThatIsNotThere(String method) {
    assertThatThrownBy(() -> PUTS.get(method).into(builder, ALL_TYPES.size()))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> PUTS.get(method).into(builder, -1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void putsNothingIntoARowMoreThanTheBatchTakes(String method) {
    for (int row = 0; row < RowBatchBuilder.MAX_ROWS; row++) {
      builder.endRow();
    }
    Put put = PUTS.get(method);

    for (ColumnType type : put.types()) {
      assertThatThrownBy(() -> put.into(builder, type.ordinal()))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void putsNoDecimalThatIsNotFinite(double value) {
    assertThatThrownBy(() -> builder.putDouble(DECIMAL, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("value must be finite, but was " + value);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void putsSuchADecimalWhereItIsWanted(double value) {
    builder.putNonFinite(DECIMAL, value);
    builder.endRow();

    assertThat(builder.batch().decimal(0, DECIMAL)).isEqualTo(Double.valueOf(value));
  }

  @Test
  void takesNoOtherForSuchADecimal() {
    assertThatThrownBy(() -> builder.putNonFinite(DECIMAL, 1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("value must not be finite, but was 1.5");
  }

  @Test
  void keepsTheSignOfADecimalThatIsZero() {
    builder.putDouble(DECIMAL, -0.0);
    builder.endRow();

    assertThat(batch.decimal(0, DECIMAL)).isEqualTo(-0.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0001-01-01T00:00",
        "1582-10-10T12:00",
        "1969-12-31T23:59:59.999999",
        "2016-04-29T10:00:00.000001",
        "9999-12-31T23:59:59.999999"
      })
  void putsTimestampsToTheMicrosecond(LocalDateTime value) {
    builder.putTimestamp(TIMESTAMP, value);
    builder.endRow();
    builder.putTimestampMicros(TIMESTAMP, batch.timestampMicros(0, TIMESTAMP));
    builder.endRow();

    assertThat(batch.timestamp(0, TIMESTAMP)).isEqualTo(value);
    assertThat(batch.timestamp(1, TIMESTAMP)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000-12-31T23:59:59", "-0001-01-01T00:00", "+10000-01-01T00:00"})
  void putsNoTimestampOfAnotherYear(LocalDateTime value) {
    assertThatThrownBy(() -> builder.putTimestamp(TIMESTAMP, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("value must be from the year 1 to 9999, but was " + value);
  }

  @ParameterizedTest
  @ValueSource(
      longs = {Long.MIN_VALUE, -62_135_596_800_000_001L, 253_402_300_800_000_000L, Long.MAX_VALUE})
  void putsNoMicrosecondsOfAnotherYear(long micros) {
    assertThatThrownBy(() -> builder.putTimestampMicros(TIMESTAMP, micros))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("micros must be from the year 1 to 9999, but was " + micros);
    builder.endRow();

    assertThat(batch.isNull(0, TIMESTAMP)).isTrue();
  }

  @Test
  void roundsNoTimestamp() {
    assertThatThrownBy(
            () -> builder.putTimestamp(TIMESTAMP, LocalDateTime.of(2016, 4, 29, 10, 0, 0, 1_001)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("value must be in whole microseconds, but was 2016-04-29T10:00:00.000001001");
  }

  @Test
  void copiesTheBytesOfTexts() {
    byte[] utf8 = "[é😀]".getBytes(UTF_8);

    builder.putText(TEXT, utf8, 1, utf8.length - 2);
    builder.putJson(NESTED, utf8, 0, utf8.length);
    builder.endRow();
    utf8[1] = '!';

    assertThat(batch.text(0, TEXT)).isEqualTo("é😀");
    assertThat(batch.isQuoted(0, TEXT)).isTrue();
    assertThat(batch.text(0, NESTED)).isEqualTo("[é😀]");
  }

  @Test
  void keepsNothingOfATextThatIsNotUnicode() {
    assertThatThrownBy(() -> builder.putText(TEXT, "half \uD83D"))
        .isInstanceOf(NotUnicodeException.class);
    assertThatThrownBy(() -> builder.putJson(TEXT, "[\"half \uD83D\"]"))
        .isInstanceOf(NotUnicodeException.class);
    builder.endRow();

    assertThat(batch.isNull(0, TEXT)).isTrue();
  }

  @Test
  void forgetsTheRowThatWasNotComplete() {
    builder.endRow();
    PUTS.values().forEach(put -> put.types().forEach(type -> put.into(builder, type.ordinal())));

    builder.clear();
    builder.endRow();
    builder.endRow();

    assertThat(IntStream.range(0, ALL_TYPES.size())).allMatch(column -> batch.isNull(0, column));
    assertThat(IntStream.range(0, ALL_TYPES.size())).allMatch(column -> batch.isNull(1, column));
  }

  @Test
  void keepsEveryRowWhileItGrows() {
    for (int row = 0; row < RowBatchBuilder.MAX_ROWS; row++) {
      builder.putLong(ColumnType.WHOLE.ordinal(), row);
      builder.putDouble(DECIMAL, row + 0.5);
      builder.putBoolean(ColumnType.BOOLEAN.ordinal(), row % 3 == 0);
      builder.putTimestampMicros(TIMESTAMP, row);
      if (row % 5 > 0) {
        builder.putText(TEXT, "text " + row);
      }
      builder.putJson(NESTED, "[" + row + "]");
      builder.endRow();
    }

    for (int row = 0; row < RowBatchBuilder.MAX_ROWS; row++) {
      assertThat(batch.whole(row, ColumnType.WHOLE.ordinal())).isEqualTo(row);
      assertThat(batch.decimal(row, DECIMAL)).isEqualTo(row + 0.5);
      assertThat(batch.truth(row, ColumnType.BOOLEAN.ordinal())).isEqualTo(row % 3 == 0);
      assertThat(batch.timestampMicros(row, TIMESTAMP)).isEqualTo(row);
      assertThat(BatchText.value(batch, row, TEXT))
          .isEqualTo(row % 5 > 0 ? "\"text " + row + '"' : "null");
      assertThat(batch.text(row, NESTED)).isEqualTo("[" + row + "]");
    }
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
      builder.putText(TEXT, halfAMebibyte);
      builder.endRow();
    }
    assertThat(builder.isFull()).isFalse();

    builder.putJson(NESTED, halfAMebibyte);
    builder.endRow();

    assertThat(builder.isFull()).isTrue();
    assertThat(batch.text(6, TEXT)).isEqualTo(halfAMebibyte);
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
      wide.putLong(9_999, rows++);
      wide.endRow();
    }

    assertThat(rows).isBetween(1, 100);
    assertThat(wide.batch().whole(rows - 1, 9_999)).isEqualTo(rows - 1);
  }
}
