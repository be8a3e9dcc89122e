package com.example.duckdb;

import dev.vidiexport.domain.table.RowBatch;
import java.util.Map;
import java.util.Set;

/**
 * Which values of a column of an export come out of a column of a table as they went in. Nulls are
 * another matter.
 */
interface KeptValues {
  KeptValues ALL = (rows, row, column) -> true;
  KeptValues NONE = (rows, row, column) -> false;

  /** Whether a value that is not null is one of them. */
  boolean contain(RowBatch rows, int row, int column);

  /**
   * What a column of a declared type keeps.
   *
   * @param declared as DuckDB writes it
   */
  static KeptValues in(String declared, ColumnKind kind) {
    if (kind == ColumnKind.WHOLE) {
      return WholeNumbers.KEPT.getOrDefault(declared, NONE);
    }
    Set<String> keeping =
        switch (kind) {
          case WHOLE, TEXT -> Set.of("VARCHAR");
          case DAY, NESTED -> Set.of(kind.declared(), "VARCHAR");
          case DECIMAL, TRUTH, TIME, MOMENT -> Set.of(kind.declared());
        };
    return keeping.contains(declared) ? ALL : NONE;
  }

  /**
   * Whole numbers within bounds.
   *
   * @param least the smallest
   * @param most the largest
   */
  record WholeNumbers(long least, long most) implements KeptValues {
    private static final Map<String, KeptValues> KEPT =
        Map.ofEntries(
            Map.entry("BIGINT", ALL),
            Map.entry("HUGEINT", ALL),
            Map.entry("VARCHAR", ALL),
            Map.entry("INTEGER", new WholeNumbers(Integer.MIN_VALUE, Integer.MAX_VALUE)),
            Map.entry("SMALLINT", new WholeNumbers(Short.MIN_VALUE, Short.MAX_VALUE)),
            Map.entry("TINYINT", new WholeNumbers(Byte.MIN_VALUE, Byte.MAX_VALUE)),
            Map.entry("UHUGEINT", new WholeNumbers(0, Long.MAX_VALUE)),
            Map.entry("UBIGINT", new WholeNumbers(0, Long.MAX_VALUE)),
            Map.entry("UINTEGER", new WholeNumbers(0, (1L << 32) - 1)),
            Map.entry("USMALLINT", new WholeNumbers(0, (1L << 16) - 1)),
            Map.entry("UTINYINT", new WholeNumbers(0, (1L << 8) - 1)),
            // Beyond these, a number of floating point does not hold every whole number.
            Map.entry("DOUBLE", new WholeNumbers(-(1L << 53), 1L << 53)),
            Map.entry("FLOAT", new WholeNumbers(-(1L << 24), 1L << 24)));

    @Override
    public boolean contain(RowBatch rows, int row, int column) {
      long value = rows.whole(row, column);
      return value >= least && value <= most;
    }
  }
}
