package dev.vidiexport.sinks.json;

import static dev.vidiexport.spi.SampleValue.nested;
import static dev.vidiexport.spi.SampleValue.nothing;
import static dev.vidiexport.spi.SampleValue.number;
import static dev.vidiexport.spi.SampleValue.text;
import static dev.vidiexport.spi.SampleValue.truth;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.spi.SampleTable;
import dev.vidiexport.spi.SampleValue;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.SinkTrial;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class JsonSinkTest {
  private static final Map<String, String> DEFAULTS = Map.of();

  @Test
  void writesNullAndAnEmptyTextAsSuch() throws IOException {
    assertThat(values(ColumnType.TEXT, nothing(), text(""))).containsExactly("null", "\"\"");
  }

  @Test
  void writesTruthAsLiterals() throws IOException {
    assertThat(values(ColumnType.BOOLEAN, truth(true), truth(false)))
        .containsExactly("true", "false");
  }

  @Test
  void writesWholeNumbersAsNumbers() throws IOException {
    assertThat(
            values(
                ColumnType.WHOLE,
                number("0"),
                number("9223372036854775807"),
                number("-9223372036854775808")))
        .containsExactly("0", "9223372036854775807", "-9223372036854775808");
  }

  @Test
  void writesDecimalsAsNumbersThatReadBackAsTheSameDouble() throws IOException {
    assertThat(
            values(
                ColumnType.DECIMAL,
                number("0.1"),
                number("27"),
                number("-0.0"),
                number("1e22"),
                number("4.9e-324")))
        .containsExactly("0.1", "27.0", "-0.0", "1.0E22", "4.9E-324");
  }

  @Test
  void writesAColumnOfMixedKindsAsItCame() throws IOException {
    assertThat(
            values(
                ColumnType.TEXT,
                text("1"),
                number("1"),
                number("1.50"),
                number("-0"),
                number("1e400"),
                number("1E+2"),
                number("123456789012345678901234567890"),
                text("true"),
                truth(true),
                nested("{\"b\":[1,2.50,\"\\u00e9\\/\"]}"),
                text("[]"),
                nothing()))
        .containsExactly(
            "\"1\"",
            "1",
            "1.50",
            "-0",
            "1e400",
            "1E+2",
            "123456789012345678901234567890",
            "\"true\"",
            "true",
            "{\"b\":[1,2.50,\"\\u00e9\\/\"]}",
            "\"[]\"",
            "null");
  }

  @Test
  void writesTimestampsAsTexts() throws IOException {
    assertThat(
            values(
                ColumnType.TIMESTAMP, text("2016-04-29T10:00:00"), text("2016-04-29 10:00:00.25")))
        .containsExactly("\"2016-04-29 10:00:00\"", "\"2016-04-29 10:00:00.250000\"");
  }

  @Test
  void writesDaysAsTheyAreAndTimesInUtcWithAZ() throws IOException {
    SampleTable table =
        SampleTable.of(
                new Column("day", ColumnType.TEXT, ColumnMeaning.DATE),
                new Column("utc", ColumnType.TIMESTAMP, ColumnMeaning.UTC),
                new Column("local", ColumnType.TIMESTAMP))
            .withRow(
                text("2016-04-29"), text("2016-04-29 08:00:00.5"), text("2016-04-29 10:00:00"));

    assertThat(written(new JsonLinesSinkProvider(), table, DEFAULTS))
        .isEqualTo(
            "{\"day\":\"2016-04-29\",\"utc\":\"2016-04-29T08:00:00.500000Z\","
                + "\"local\":\"2016-04-29 10:00:00\"}\n");
  }

  @Test
  void writesNestedValuesNested() throws IOException {
    assertThat(values(ColumnType.NESTED, nested("{\"z\":1,\"a\":[null,2.50]}"), nested("[]")))
        .containsExactly("{\"z\":1,\"a\":[null,2.50]}", "[]");
  }

  @Test
  void escapesWhatJsonCannotHoldInATextAndNothingElse() throws IOException {
    assertThat(
            values(
                ColumnType.TEXT,
                text("say \"yes\" \\"),
                text("\r\n\t\b\f\u0000\u001F"),
                text("\u2028\u2029"),
                text("</a>&'=\u007F\u00E9\uD83D\uDE00")))
        .containsExactly(
            "\"say \\\"yes\\\" \\\\\"",
            "\"\\r\\n\\t\\b\\f\\u0000\\u001f\"",
            "\"\\u2028\\u2029\"",
            "\"</a>&'=\u007F\u00E9\uD83D\uDE00\"");
  }

  @Test
  void escapesNamesInTheSameWay() throws IOException {
    SampleTable table =
        SampleTable.of(
                new Column("", ColumnType.WHOLE),
                new Column("say \"yes\"\n", ColumnType.WHOLE),
                new Column("a\u2028.b[0]", ColumnType.WHOLE))
            .withRow(number("1"), number("2"), number("3"));

    assertThat(written(new JsonLinesSinkProvider(), table, DEFAULTS))
        .isEqualTo("{\"\":1,\"say \\\"yes\\\"\\n\":2,\"a\\u2028.b[0]\":3}\n");
  }

  @Test
  void leavesOutTheKeysOfNullsWhenAsked() throws IOException {
    SampleTable table =
        SampleTable.of(new Column("a", ColumnType.TEXT), new Column("b", ColumnType.NESTED))
            .withRow(nothing(), nested("{\"c\":null}"))
            .withRow(nothing(), nothing())
            .withRow(text(""), nothing());
    Map<String, String> omit = Map.of("nulls", "omit");

    assertThat(written(new JsonLinesSinkProvider(), table, omit))
        .isEqualTo("{\"b\":{\"c\":null}}\n{}\n{\"a\":\"\"}\n");
    assertThat(written(new JsonSinkProvider(), table, omit))
        .isEqualTo("[\n{\"b\":{\"c\":null}},\n{},\n{\"a\":\"\"}\n]\n");
  }

  @Test
  void writesAValidOutputWithoutRows() throws IOException {
    SampleTable table = SampleTable.ofColumn(ColumnType.WHOLE);

    assertThat(written(new JsonSinkProvider(), table, DEFAULTS)).isEqualTo("[]\n");
    assertThat(written(new JsonLinesSinkProvider(), table, DEFAULTS)).isEmpty();
  }

  @Test
  void compressesLinesWhenTheExtensionOrTheUserSaysSo() throws IOException {
    SampleTable table = SampleTable.ofColumn(ColumnType.WHOLE, number("1"));
    SinkTrial defaults = SinkTrial.of(new JsonLinesSinkProvider(), DEFAULTS);
    SinkTrial gzip = SinkTrial.of(new JsonLinesSinkProvider(), Map.of("compression", "gzip"));
    SinkTrial none = SinkTrial.of(new JsonLinesSinkProvider(), Map.of("compression", "none"));

    assertThat(unzipped(defaults.bytes(table, Optional.of("jsonl.gz"))))
        .isEqualTo("{\"value\":1}\n");
    assertThat(unzipped(defaults.bytes(table, Optional.of("ndjson.gz"))))
        .isEqualTo("{\"value\":1}\n");
    assertThat(unzipped(gzip.bytes(table, Optional.of("jsonl")))).isEqualTo("{\"value\":1}\n");
    assertThat(none.bytes(table, Optional.of("jsonl.gz")))
        .asString(UTF_8)
        .isEqualTo("{\"value\":1}\n");
    assertThat(defaults.bytes(table, Optional.of("ndjson")))
        .asString(UTF_8)
        .isEqualTo("{\"value\":1}\n");
  }

  /** What is written for the values of one column, one by one. */
  private static List<String> values(ColumnType type, SampleValue... values) throws IOException {
    return written(new JsonLinesSinkProvider(), SampleTable.ofColumn(type, values), DEFAULTS)
        .lines()
        .map(
            line -> {
              assertThat(line).startsWith("{\"value\":").endsWith("}");
              return line.substring("{\"value\":".length(), line.length() - 1);
            })
        .toList();
  }

  private static String written(
      SinkProvider provider, SampleTable table, Map<String, String> options) throws IOException {
    return new String(SinkTrial.of(provider, options).bytes(table, Optional.empty()), UTF_8);
  }

  private static String unzipped(byte[] bytes) throws IOException {
    return new String(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes(), UTF_8);
  }
}
