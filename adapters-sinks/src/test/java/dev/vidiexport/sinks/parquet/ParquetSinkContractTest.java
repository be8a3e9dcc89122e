package dev.vidiexport.sinks.parquet;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.JsonText;
import dev.vidiexport.spi.ReadTable;
import dev.vidiexport.spi.SinkContract;
import dev.vidiexport.spi.SinkProvider;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

class ParquetSinkContractTest extends SinkContract {
  @Override
  protected SinkProvider provider() {
    return new ParquetSinkProvider();
  }

  @Override
  protected ReadTable readBack(Path output, Schema schema) throws SQLException {
    DuckDb.Answer found = DuckDb.all(output);
    List<List<Object>> rows = new ArrayList<>();
    for (List<Object> values : found.rows()) {
      List<Object> row = new ArrayList<>();
      for (Column column : schema.columns()) {
        Object value = values.get(row.size());
        row.add(
            value instanceof String text && column.type() == ColumnType.NESTED
                ? new JsonText(text)
                : value);
      }
      rows.add(row);
    }
    return new ReadTable(found.names(), rows);
  }

  // A column of mixed kinds is a column of texts here: the number 1 and the text "1" look the same.
  @Override
  protected Object meaning(ColumnType type, Object value) {
    return type == ColumnType.TEXT && value instanceof JsonText json ? json.characters() : value;
  }

  @Override
  protected List<String> columnNames(List<String> received) {
    List<String> written = new ArrayList<>();
    for (String name : received) {
      String wanted = name.isEmpty() ? "_" : name;
      String free = wanted;
      for (int number = 2; written.stream().anyMatch(free::equalsIgnoreCase); number++) {
        free = wanted + "_" + number;
      }
      written.add(free);
    }
    return written;
  }
}
