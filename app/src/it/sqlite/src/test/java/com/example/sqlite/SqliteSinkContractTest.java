package com.example.sqlite;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.JsonText;
import dev.vidiexport.spi.ReadTable;
import dev.vidiexport.spi.SinkContract;
import dev.vidiexport.spi.SinkProvider;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.tmatesoft.sqljet.core.SqlJetTransactionMode;
import org.tmatesoft.sqljet.core.schema.ISqlJetTableDef;
import org.tmatesoft.sqljet.core.table.ISqlJetCursor;
import org.tmatesoft.sqljet.core.table.SqlJetDb;

class SqliteSinkContractTest extends SinkContract {
  @Override
  protected SinkProvider provider() {
    return new SqliteSinkProvider();
  }

  @Override
  protected ReadTable readBack(Path output, Schema schema) throws Exception {
    SqlJetDb database = SqlJetDb.open(output.toFile(), false);
    try {
      database.beginTransaction(SqlJetTransactionMode.READ_ONLY);
      ISqlJetTableDef table = database.getSchema().getTable("export");
      List<String> names = table.getColumns().stream().map(column -> column.getName()).toList();
      List<List<Object>> rows = new ArrayList<>();
      ISqlJetCursor cursor = database.getTable("export").open();
      for (boolean more = !cursor.eof(); more; more = cursor.next()) {
        rows.add(row(cursor, schema));
      }
      return new ReadTable(names, rows);
    } finally {
      database.close();
    }
  }

  private static List<Object> row(ISqlJetCursor cursor, Schema schema) throws Exception {
    List<Object> row = new ArrayList<>();
    for (Column column : schema.columns()) {
      int place = row.size();
      row.add(cursor.isNull(place) ? null : value(cursor.getValue(place), column.type()));
    }
    return row;
  }

  /** SQLite keeps a whole double as an integer. */
  private static Object value(Object stored, ColumnType type) {
    return switch (type) {
      case WHOLE -> (Long) stored;
      case DECIMAL -> ((Number) stored).doubleValue();
      case BOOLEAN -> stored.equals(1L);
      case TIMESTAMP -> LocalDateTime.parse(((String) stored).replace(' ', 'T'));
      case TEXT, NESTED -> (String) stored;
    };
  }

  // The format holds texts alone: the number 1 and the text "1" look the same in it. And SQLite
  // knows no negative zero.
  @Override
  protected Object meaning(ColumnType type, Object value) {
    return value instanceof JsonText json
        ? json.characters()
        : value.equals(-0.0) ? (Object) 0.0 : value;
  }

  @Override
  protected List<String> columnNames(List<String> received) {
    return WrittenNames.of(
        new Schema(received.stream().map(name -> new Column(name, ColumnType.TEXT)).toList()));
  }
}
