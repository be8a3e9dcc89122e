package dev.vidiexport.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SampleValueTest {
  private static RowBatch putInto(ColumnType type, SampleValue value) {
    RowBatchBuilder batch = new RowBatchBuilder(Schema.of(new Column("value", type)));
    value.putInto(batch, 0);
    batch.endRow();
    return batch.batch();
  }

  @Test
  void isPutAsWhatItMeans() {
    assertThat(putInto(ColumnType.WHOLE, SampleValue.number("27.0")).whole(0, 0)).isEqualTo(27);
    assertThat(putInto(ColumnType.DECIMAL, SampleValue.number("0.5")).decimal(0, 0)).isEqualTo(0.5);
    assertThat(putInto(ColumnType.BOOLEAN, SampleValue.truth(true)).truth(0, 0)).isTrue();
    assertThat(
            putInto(ColumnType.TIMESTAMP, SampleValue.text("2016-04-29 10:00:00.5"))
                .timestamp(0, 0))
        .hasToString("2016-04-29T10:00:00.500");
    assertThat(putInto(ColumnType.NESTED, SampleValue.nested("[1]")).text(0, 0)).isEqualTo("[1]");
  }

  @ParameterizedTest
  @CsvSource({"TEXT, true", "NUMBER, false", "BOOLEAN, false", "NESTED, false"})
  void keepsInATextWhetherItCameQuoted(SampleValue.Kind kind, boolean quoted) {
    RowBatch batch = putInto(ColumnType.TEXT, new SampleValue(kind, "1"));

    assertThat(batch.text(0, 0)).isEqualTo("1");
    assertThat(batch.isQuoted(0, 0)).isEqualTo(quoted);
  }

  @ParameterizedTest
  @EnumSource(ColumnType.class)
  void isNullInAnyColumn(ColumnType type) {
    assertThat(putInto(type, SampleValue.nothing()).isNull(0, 0)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "TEXT, WHOLE",
    "TEXT, NESTED",
    "NUMBER, BOOLEAN",
    "NUMBER, TIMESTAMP",
    "BOOLEAN, WHOLE",
    "BOOLEAN, NESTED",
    "NESTED, DECIMAL"
  })
  void isRefusedByAColumnOfAnotherType(SampleValue.Kind kind, ColumnType type) {
    assertThatThrownBy(() -> putInto(type, new SampleValue(kind, "1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A %s column takes no value like 1", type.label());
  }
}
