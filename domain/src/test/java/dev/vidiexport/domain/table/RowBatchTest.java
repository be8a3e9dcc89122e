package dev.vidiexport.domain.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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

  @Test
  void givesEachValueBackByItsType() {
    builder.putLong(0, -27);
    builder.putDouble(1, 0.5);
    builder.putText(2, "é😀");
    builder.putBoolean(3, true);
    builder.putTimestampMicros(4, -1);
    builder.putJson(5, "{\"id\":1.0}");
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
    builder.putJson(2, "1e400");
    builder.endRow();
    builder.putText(2, "1e400");
    builder.endRow();
    builder.putJson(2, "true");
    builder.endRow();

    assertThat(List.of(batch.isQuoted(0, 2), batch.isQuoted(1, 2), batch.isQuoted(2, 2)))
        .containsExactly(false, true, false);
  }

  @Test
  void isNullWhereNothingWasPut() {
    builder.endRow();

    assertThat(IntStream.range(0, ALL_TYPES.size())).allMatch(column -> batch.isNull(0, column));
  }

  @Test
  void refusesToReadAColumnAsAnotherType() {
    builder.putLong(0, 1);
    builder.putJson(5, "[]");
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
    builder.putLong(0, 1);
    builder.endRow();

    assertThatThrownBy(() -> batch.whole(1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> batch.isNull(-1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> batch.isNull(0, 6)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> batch.text(0, 6)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> batch.whole(0, 6)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> batch.text(1, 2)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void copiesTextsAsUtf8() {
    builder.putText(2, "é😀");
    builder.endRow();
    byte[] copy = "#########".getBytes(UTF_8);

    int end = batch.copyText(0, 2, copy, 1);

    assertThat(batch.textLength(0, 2)).isEqualTo(6);
    assertThat(end).isEqualTo(7);
    assertThat(new String(copy, UTF_8)).isEqualTo("#é😀##");
  }

  @Test
  void copiesNothingButTexts() {
    builder.putLong(0, 27);
    builder.endRow();

    assertThatThrownBy(() -> batch.textLength(0, 0)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> batch.copyText(0, 2, new byte[9], 0))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void lendsNothingAfterItWasCleared() {
    builder.putLong(0, 27);
    builder.endRow();

    builder.clear();

    assertThat(batch.rows()).isZero();
    assertThatThrownBy(() -> batch.whole(0, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    builder.endRow();
    assertThat(batch.isNull(0, 0)).isTrue();
  }
}
