package dev.vidiexport.domain.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A column of a batch, taken at once. */
class WholeColumnTest {
  private static final Schema SCHEMA =
      Schema.of(
          new Column("whole", ColumnType.WHOLE),
          new Column("decimal", ColumnType.DECIMAL),
          new Column("boolean", ColumnType.BOOLEAN),
          new Column("timestamp", ColumnType.TIMESTAMP),
          new Column("text", ColumnType.TEXT),
          new Column("nested", ColumnType.NESTED));

  private final RowBatchBuilder builder = new RowBatchBuilder(SCHEMA);
  private final RowBatch batch = builder.batch();
  private final long[] bits = {9, 9, 9};
  private final boolean[] present = {true, true, true};

  private void fill() {
    builder.putLong(0, -27);
    builder.putDouble(1, -0.0);
    builder.putBoolean(2, true);
    builder.putTimestampMicros(3, -1);
    builder.putText(4, "é");
    builder.putJson(5, "[1]");
    builder.endRow();
    builder.endRow();
  }

  @Test
  void isCopiedAsBits() {
    fill();
    long[] expected = {-27, Double.doubleToRawLongBits(-0.0), 1, -1};
    for (int column = 0; column < expected.length; column++) {
      ColumnBits.copy(batch, column, bits, present);

      assertThat(present).containsExactly(true, false, true);
      assertThat(bits[0]).isEqualTo(expected[column]);
      assertThat(bits[2]).isEqualTo(9);
    }
  }

  @Test
  void showsItsTextsWhereTheyLie() {
    fill();

    ColumnTexts texts = ColumnTexts.of(batch, 4);
    ColumnTexts nested = ColumnTexts.of(batch, 5);

    assertThat(text(texts, 0)).isEqualTo("é");
    assertThat(text(nested, 0)).isEqualTo("[1]");
    assertThat(texts.isPresent(1)).isFalse();
  }

  private static String text(ColumnTexts texts, int row) {
    return new String(texts.bytes(), texts.begin(row), texts.length(row), UTF_8);
  }

  @Test
  void isOfTheKindThatIsAskedFor() {
    fill();

    assertThatThrownBy(() -> ColumnBits.copy(batch, 4, bits, present))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ColumnTexts.of(batch, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("column must hold texts, but holds whole");
  }
}
