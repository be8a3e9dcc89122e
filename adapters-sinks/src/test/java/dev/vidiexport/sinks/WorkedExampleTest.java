package dev.vidiexport.sinks;

import static dev.vidiexport.spi.SampleValue.number;
import static dev.vidiexport.spi.SampleValue.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.sinks.csv.CsvSinkProvider;
import dev.vidiexport.sinks.json.JsonLinesSinkProvider;
import dev.vidiexport.sinks.json.JsonSinkProvider;
import dev.vidiexport.spi.SampleTable;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.SinkTrial;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The example of VidiCenter's specification, byte for byte. */
class WorkedExampleTest {
  private static final SampleTable EXAMPLE =
      SampleTable.of(
              new Column("location_id", ColumnType.WHOLE),
              new Column("period_start", ColumnType.TIMESTAMP),
              new Column("watcher_count", ColumnType.WHOLE),
              new Column("dwell_time", ColumnType.WHOLE),
              new Column("attention_time", ColumnType.WHOLE))
          .withRow(
              number("1056"),
              text("2016-04-29 10:00:00"),
              number("27"),
              number("2419"),
              number("556"))
          .withRow(
              number("1056"), text("2016-04-29 11:00:00"), number("0"), number("0"), number("0"));

  @Test
  void isThreeLinesOfCsv() throws IOException {
    assertThat(written(new CsvSinkProvider()))
        .isEqualTo(
            """
            location_id,period_start,watcher_count,dwell_time,attention_time
            1056,2016-04-29 10:00:00,27,2419,556
            1056,2016-04-29 11:00:00,0,0,0
            """);
  }

  @Test
  void isAnArrayOfTwoObjectsInJson() throws IOException {
    assertThat(written(new JsonSinkProvider()))
        .isEqualTo(
            """
            [
            {"location_id":1056,"period_start":"2016-04-29 10:00:00","watcher_count":27,"dwell_time":2419,"attention_time":556},
            {"location_id":1056,"period_start":"2016-04-29 11:00:00","watcher_count":0,"dwell_time":0,"attention_time":0}
            ]
            """);
  }

  @Test
  void isTwoLinesOfJson() throws IOException {
    assertThat(written(new JsonLinesSinkProvider()))
        .isEqualTo(
            """
            {"location_id":1056,"period_start":"2016-04-29 10:00:00","watcher_count":27,"dwell_time":2419,"attention_time":556}
            {"location_id":1056,"period_start":"2016-04-29 11:00:00","watcher_count":0,"dwell_time":0,"attention_time":0}
            """);
  }

  private static String written(SinkProvider provider) throws IOException {
    return new String(SinkTrial.of(provider, Map.of()).bytes(EXAMPLE, Optional.empty()), UTF_8);
  }
}
