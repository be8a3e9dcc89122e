package dev.vidiexport.sinks.csv;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.SampleTable;
import dev.vidiexport.spi.SampleValue;
import dev.vidiexport.spi.SinkTrial;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes tables of texts as the sink does. */
final class CsvWriting {
  private CsvWriting() {}

  /**
   * What the sink writes.
   *
   * @param lines the names first, then the rows; null stands for no value
   */
  static byte[] of(List<List<String>> lines, Map<String, String> options) throws IOException {
    Schema schema =
        new Schema(lines.get(0).stream().map(name -> new Column(name, ColumnType.TEXT)).toList());
    List<List<SampleValue>> rows =
        lines.subList(1, lines.size()).stream()
            .map(line -> line.stream().map(CsvWriting::value).toList())
            .toList();
    return SinkTrial.of(new CsvSinkProvider(), options)
        .bytes(new SampleTable(schema, rows), Optional.empty());
  }

  private static SampleValue value(String text) {
    return text == null ? SampleValue.nothing() : SampleValue.text(text);
  }
}
