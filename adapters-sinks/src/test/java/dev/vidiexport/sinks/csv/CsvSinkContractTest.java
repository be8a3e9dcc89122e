package dev.vidiexport.sinks.csv;

import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.JsonText;
import dev.vidiexport.spi.ReadTable;
import dev.vidiexport.spi.SinkContract;
import dev.vidiexport.spi.SinkProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class CsvSinkContractTest extends SinkContract {
  @Override
  protected SinkProvider provider() {
    return new CsvSinkProvider();
  }

  @Override
  protected ReadTable readBack(Path output, Schema schema) throws IOException {
    return CsvReading.table(CsvReading.lines(Files.readAllBytes(output), ','), schema);
  }

  /** A field is a text, so JSON in it is the characters alone. */
  @Override
  protected Object meaning(ColumnType type, Object value) {
    return value instanceof JsonText json ? json.characters() : value;
  }
}
