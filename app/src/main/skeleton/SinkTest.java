package {{package}};

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.spi.SampleTable;
import dev.vidiexport.spi.SampleValue;
import dev.vidiexport.spi.SinkTrial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the sink writes, to the byte. */
class {{Name}}SinkTest {
  private static final SampleTable TABLE =
      SampleTable.of(
              new Column("location_id", ColumnType.WHOLE), new Column("name", ColumnType.TEXT))
          .withRow(SampleValue.number("1056"), SampleValue.text("a\tb"))
          .withRow(SampleValue.number("1057"), SampleValue.nothing());

  @Test
  void writesALineARow() throws IOException {
    assertThat(written(Map.of())).isEqualTo("location_id\tname\n1056\ta\\tb\n1057\t\\N\n");
  }

  @Test
  void leavesTheNamesAwayWhenToldTo() throws IOException {
    assertThat(written(Map.of("header", "false"))).isEqualTo("1056\ta\\tb\n1057\t\\N\n");
  }

  private static String written(Map<String, String> options) throws IOException {
    byte[] bytes =
        SinkTrial.of(new {{Name}}SinkProvider(), options).bytes(TABLE, Optional.empty());
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
