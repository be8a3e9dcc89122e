package {{package}};

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.JsonText;
import dev.vidiexport.spi.ReadTable;
import dev.vidiexport.spi.SinkContract;
import dev.vidiexport.spi.SinkProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The kit. It reads back what the sink wrote; a library that reads the format would do it here. */
class {{Name}}SinkContractTest extends SinkContract {
  @Override
  protected SinkProvider provider() {
    return new {{Name}}SinkProvider();
  }

  @Override
  protected ReadTable readBack(Path output, Schema schema) throws IOException {
    List<List<Object>> rows = new ArrayList<>();
    String[] lines = Files.readString(output).split("\n", -1);
    for (int line = 1; line < lines.length - 1; line++) {
      String[] fields = lines[line].split("\t", -1);
      List<Object> row = new ArrayList<>();
      for (Column column : schema.columns()) {
        row.add(parse(fields[row.size()], column.type()));
      }
      rows.add(row);
    }
    return new ReadTable(
        Stream.of(lines[0].split("\t", -1)).map(String::translateEscapes).toList(), rows);
  }

  private static Object parse(String field, ColumnType type) {
    if (field.equals("\\N")) {
      return null;
    }
    return switch (type) {
      case WHOLE -> Long.valueOf(field);
      case DECIMAL -> Double.valueOf(field);
      case BOOLEAN -> Boolean.valueOf(field);
      case TIMESTAMP -> LocalDateTime.parse(field);
      case TEXT, NESTED -> field.translateEscapes();
    };
  }

  // The format holds texts alone: the number 1 and the text "1" look the same in it.
  @Override
  protected Object meaning(ColumnType type, Object value) {
    return value instanceof JsonText json ? json.characters() : value;
  }
}
