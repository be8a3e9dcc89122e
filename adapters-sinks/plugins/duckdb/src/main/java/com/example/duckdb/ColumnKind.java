package com.example.duckdb;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.RowBatch;
import java.sql.SQLException;
import java.time.LocalDate;
import org.duckdb.DuckDBAppender;

/** What the values of a column of an export are in DuckDB. */
enum ColumnKind {
  WHOLE("BIGINT") {
    @Override
    void append(DuckDBAppender appender, RowBatch rows, int row, int column) throws SQLException {
      appender.append(rows.whole(row, column));
    }
  },
  DECIMAL("DOUBLE") {
    @Override
    void append(DuckDBAppender appender, RowBatch rows, int row, int column) throws SQLException {
      appender.append(rows.decimal(row, column));
    }
  },
  TRUTH("BOOLEAN") {
    @Override
    void append(DuckDBAppender appender, RowBatch rows, int row, int column) throws SQLException {
      appender.append(rows.truth(row, column));
    }
  },
  TEXT("VARCHAR") {
    @Override
    void append(DuckDBAppender appender, RowBatch rows, int row, int column) throws SQLException {
      appendText(appender, rows, row, column);
    }
  },
  DAY("DATE") {
    @Override
    void append(DuckDBAppender appender, RowBatch rows, int row, int column) throws SQLException {
      appender.append(LocalDate.parse(rows.text(row, column)));
    }
  },
  /** A date and time of no zone. */
  TIME("TIMESTAMP") {
    @Override
    void append(DuckDBAppender appender, RowBatch rows, int row, int column) throws SQLException {
      appender.appendEpochMicros(rows.timestampMicros(row, column));
    }
  },
  /** A moment, whatever the zone of whoever looks at it. */
  MOMENT("TIMESTAMP WITH TIME ZONE") {
    @Override
    void append(DuckDBAppender appender, RowBatch rows, int row, int column) throws SQLException {
      appender.appendEpochMicros(rows.timestampMicros(row, column));
    }
  },
  /** DuckDB keeps the text of a JSON value character for character. */
  NESTED("JSON") {
    @Override
    void append(DuckDBAppender appender, RowBatch rows, int row, int column) throws SQLException {
      appendText(appender, rows, row, column);
    }
  };

  private final String declared;

  ColumnKind(String declared) {
    this.declared = declared;
  }

  static ColumnKind of(Column column) {
    return switch (column.type()) {
      case WHOLE -> WHOLE;
      case DECIMAL -> DECIMAL;
      case BOOLEAN -> TRUTH;
      case TEXT -> column.meaning() == ColumnMeaning.DATE ? DAY : TEXT;
      case TIMESTAMP -> column.meaning() == ColumnMeaning.UTC ? MOMENT : TIME;
      case NESTED -> NESTED;
    };
  }

  /** The type of a column that keeps all of these values, as DuckDB writes it. */
  String declared() {
    return declared;
  }

  /** Appends a value that is not null. */
  abstract void append(DuckDBAppender appender, RowBatch rows, int row, int column)
      throws SQLException;

  private static void appendText(DuckDBAppender appender, RowBatch rows, int row, int column)
      throws SQLException {
    byte[] text = new byte[rows.textLength(row, column)];
    rows.copyText(row, column, text, 0);
    appender.append(text);
  }
}
