package dev.vidiexport.domain.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class BatchExtensionTest {
  private static final Schema RECEIVED = Schema.of(new Column("id", ColumnType.WHOLE));
  private static final Schema ALL =
      Schema.of(
          new Column("id", ColumnType.WHOLE),
          new Column("text", ColumnType.TEXT),
          new Column("whole", ColumnType.WHOLE),
          new Column("decimal", ColumnType.DECIMAL),
          new Column("truth", ColumnType.BOOLEAN),
          new Column("time", ColumnType.TIMESTAMP));

  private final RowBatchBuilder builder = new RowBatchBuilder(RECEIVED);
  private final BatchExtension extension = new BatchExtension(ALL, RECEIVED.size());

  private RowBatch batch(int rows) {
    builder.clear();
    for (int row = 0; row < rows; row++) {
      builder.putLong(0, row);
      builder.endRow();
    }
    return builder.batch();
  }

  private void putText(int row, String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    extension.putText(row, 0, utf8, 0, utf8.length);
  }

  @Test
  void putsColumnsBehindThoseOfABatch() {
    extension.begin(batch(2));
    putText(1, "x");
    extension.putLong(0, 1, 7);
    extension.putDouble(1, 2, Double.NaN);
    extension.putBoolean(0, 3, true);
    extension.putTimestampMicros(1, 4, 0);

    assertThat(extension.batch().schema()).isEqualTo(ALL);
    assertThat(BatchText.rows(extension.batch()))
        .containsExactly(
            List.of("0", "null", "7", "null", "true", "null"),
            List.of("1", "\"x\"", "null", "NaN", "null", "1970-01-01T00:00"));
  }

  @Test
  void forgetsTheBatchBefore() {
    extension.begin(batch(3));
    putText(0, "x");
    putText(2, "y");
    extension.begin(batch(RowBatchBuilder.MAX_ROWS));

    assertThat(extension.batch().rows()).isEqualTo(RowBatchBuilder.MAX_ROWS);
    for (int row = 0; row < RowBatchBuilder.MAX_ROWS; row++) {
      assertThat(extension.batch().isNull(row, 1)).isTrue();
      assertThat(extension.batch().whole(row, 0)).isEqualTo(row);
    }
  }

  @Test
  void holdsATextOnceForAllRowsThatHaveIt() {
    extension.begin(batch(3));
    putText(0, "long");
    extension.putTextOf(1, 0, 0);
    putText(2, "other");

    assertThat(BatchText.rows(extension.batch()))
        .extracting(row -> row.get(1))
        .containsExactly("\"long\"", "\"long\"", "\"other\"");
    ColumnTexts texts = ColumnTexts.of(extension.batch(), 1);
    assertThat(texts.begin(1)).isEqualTo(texts.begin(0));
  }

  @Test
  void refusesAValueOfAnotherType() {
    extension.begin(batch(1));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> extension.putLong(0, 0, 1))
        .withMessage("Column text takes text values, but was given a whole");
    assertThatIllegalArgumentException().isThrownBy(() -> putTextInto(1));
    assertThatIllegalArgumentException().isThrownBy(() -> extension.putDouble(0, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> extension.putBoolean(0, 2, true));
    assertThatIllegalArgumentException().isThrownBy(() -> extension.putTimestampMicros(0, 3, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> extension.putTimestampMicros(0, 4, Long.MAX_VALUE));
  }

  private void putTextInto(int column) {
    extension.putText(0, column, new byte[0], 0, 0);
  }
}
