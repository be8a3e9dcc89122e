package com.example.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which whole numbers a type of DuckDB keeps. */
class KeptValuesTest {
  static final List<String> WHOLE_TYPES =
      List.of(
          "BIGINT",
          "HUGEINT",
          "VARCHAR",
          "UBIGINT",
          "UHUGEINT",
          "INTEGER",
          "UINTEGER",
          "SMALLINT",
          "USMALLINT",
          "TINYINT",
          "UTINYINT",
          "DOUBLE",
          "FLOAT");

  /** The smallest number that each of them keeps. */
  static final List<Long> LEAST =
      List.of(
          Long.MIN_VALUE,
          Long.MIN_VALUE,
          Long.MIN_VALUE,
          0L,
          0L,
          -2_147_483_648L,
          0L,
          -32_768L,
          0L,
          -128L,
          0L,
          -9_007_199_254_740_992L,
          -16_777_216L);

  /** The largest. */
  static final List<Long> MOST =
      List.of(
          Long.MAX_VALUE,
          Long.MAX_VALUE,
          Long.MAX_VALUE,
          Long.MAX_VALUE,
          Long.MAX_VALUE,
          2_147_483_647L,
          4_294_967_295L,
          32_767L,
          65_535L,
          127L,
          255L,
          9_007_199_254_740_992L,
          16_777_216L);

  @Test
  void endAtTheBoundsOfTheType() {
    for (int index = 0; index < WHOLE_TYPES.size(); index++) {
      String type = WHOLE_TYPES.get(index);
      long least = LEAST.get(index);
      long most = MOST.get(index);

      assertThat(keeps(type, least)).as("%s %s", type, least).isTrue();
      assertThat(keeps(type, most)).as("%s %s", type, most).isTrue();
      if (least > Long.MIN_VALUE) {
        assertThat(keeps(type, least - 1)).as("%s %s", type, least - 1).isFalse();
      }
      if (most < Long.MAX_VALUE) {
        assertThat(keeps(type, most + 1)).as("%s %s", type, most + 1).isFalse();
      }
    }
  }

  private static boolean keeps(String type, long value) {
    RowBatchBuilder rows = new RowBatchBuilder(Schema.of(new Column("a", ColumnType.WHOLE)));
    rows.putLong(0, value);
    rows.endRow();
    return KeptValues.in(type, ColumnKind.WHOLE).contain(rows.batch(), 0, 0);
  }

  @Test
  void areNoneInATypeOfAnotherKind() {
    for (String type : List.of("BOOLEAN", "DATE", "DECIMAL(18,3)", "ENUM('a', 'b')", "BIGINT[]")) {
      assertThat(KeptValues.in(type, ColumnKind.WHOLE)).as(type).isSameAs(KeptValues.NONE);
    }
  }
}
