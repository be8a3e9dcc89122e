package dev.vidiexport.sinks.csv;

import static dev.vidiexport.spi.SampleValue.nested;
import static dev.vidiexport.spi.SampleValue.nothing;
import static dev.vidiexport.spi.SampleValue.number;
import static dev.vidiexport.spi.SampleValue.text;
import static dev.vidiexport.spi.SampleValue.truth;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.spi.SampleTable;
import dev.vidiexport.spi.SampleValue;
import dev.vidiexport.spi.SinkTrial;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSinkTest {
  private static final Map<String, String> DEFAULTS = Map.of();

  @Test
  void writesNullAsAnEmptyFieldAndAnEmptyTextAsTwoQuotes() throws IOException {
    SampleTable table =
        SampleTable.of(new Column("a", ColumnType.TEXT), new Column("b", ColumnType.TEXT))
            .withRow(nothing(), text(""))
            .withRow(text(""), nothing());

    assertThat(written(table, DEFAULTS)).isEqualTo("a,b\n,\"\"\n\"\",\n");
  }

  @Test
  void writesTruthInWords() throws IOException {
    assertThat(fields(ColumnType.BOOLEAN, truth(true), truth(false))).isEqualTo("true\nfalse\n");
  }

  @Test
  void writesWholeNumbersAsDigits() throws IOException {
    assertThat(
            fields(
                ColumnType.WHOLE,
                number("0"),
                number("-1"),
                number("9223372036854775807"),
                number("-9223372036854775808")))
        .isEqualTo("0\n-1\n9223372036854775807\n-9223372036854775808\n");
  }

  @Test
  void writesDecimalsSoThatTheyReadBackAsTheSameDouble() throws IOException {
    assertThat(
            fields(
                ColumnType.DECIMAL,
                number("0.1"),
                number("27"),
                number("-0.0"),
                number("0.30000000000000004"),
                number("1e22"),
                number("4.9e-324")))
        .isEqualTo("0.1\n27.0\n-0.0\n0.30000000000000004\n1.0E22\n4.9E-324\n");
  }

  @Test
  void writesAnyOtherNumberAsReceived() throws IOException {
    assertThat(
            fields(
                ColumnType.TEXT,
                number("18446744073709551616"),
                number("1e400"),
                number("1.00000000000000000001"),
                text("1.0"),
                truth(true)))
        .isEqualTo("18446744073709551616\n1e400\n1.00000000000000000001\n1.0\ntrue\n");
  }

  @Test
  void writesTimestampsWithSixDigitsOfFractionWhereThereIsOne() throws IOException {
    assertThat(
            fields(
                ColumnType.TIMESTAMP,
                text("2016-04-29 10:00:00"),
                text("2016-04-29T10:00:00.000000"),
                text("2016-04-29 10:00:00.25")))
        .isEqualTo("2016-04-29 10:00:00\n2016-04-29 10:00:00\n2016-04-29 10:00:00.250000\n");
  }

  @Test
  void writesDaysAsTheyAreAndTimesInUtcWithAZ() throws IOException {
    SampleTable table =
        SampleTable.of(
                new Column("day", ColumnType.TEXT, ColumnMeaning.DATE),
                new Column("utc", ColumnType.TIMESTAMP, ColumnMeaning.UTC),
                new Column("local", ColumnType.TIMESTAMP))
            .withRow(text("2016-04-29"), text("2016-04-29 08:00:00"), text("2016-04-29 10:00:00"))
            .withRow(nothing(), text("2016-04-29 08:00:00.000001"), nothing());

    assertThat(written(table, DEFAULTS))
        .isEqualTo(
            "day,utc,local\n2016-04-29,2016-04-29T08:00:00Z,2016-04-29 10:00:00\n"
                + ",2016-04-29T08:00:00.000001Z,\n");
    assertThat(written(table, Map.of("delimiter", "Z")))
        .contains("2016-04-29Z\"2016-04-29T08:00:00Z\"Z2016-04-29 10:00:00\n");
  }

  @Test
  void writesNestedValuesAsTheirJson() throws IOException {
    assertThat(fields(ColumnType.NESTED, nested("{\"a\":[1,2.50]}"), nested("[]")))
        .isEqualTo("\"{\"\"a\"\":[1,2.50]}\"\n[]\n");
  }

  @Test
  void quotesWhatIsEmptyOrHoldsDelimiterQuoteOrLineEndOrHasASpaceAtAnEdge() throws IOException {
    assertThat(
            fields(
                ColumnType.TEXT,
                text(""),
                text("a,b"),
                text("say \"yes\""),
                text("a\rb"),
                text("a\nb"),
                text("\r\n"),
                text(" a"),
                text("a "),
                text(" ")))
        .isEqualTo(
            "\"\"\n\"a,b\"\n\"say \"\"yes\"\"\"\n\"a\rb\"\n\"a\nb\"\n\"\r\n\"\n"
                + "\" a\"\n\"a \"\n\" \"\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a b",
        "a;b",
        "#",
        "!",
        "'",
        "\\",
        "\\.",
        "\ta\t",
        "\u00A0",
        "-5",
        "=1",
        "null",
        "\u0000",
        "\u2028",
        "\u00E9",
        "\uD83D\uDE00",
        "{}"
      })
  void quotesNothingElse(String bare) throws IOException {
    assertThat(fields(ColumnType.TEXT, text(bare))).isEqualTo(bare + "\n");
  }

  @Test
  void quotesNamesByTheSameRule() throws IOException {
    SampleTable table =
        SampleTable.of(
            new Column("", ColumnType.WHOLE),
            new Column("a.b", ColumnType.WHOLE),
            new Column("a,b", ColumnType.WHOLE),
            new Column(" c", ColumnType.WHOLE),
            new Column("d\n\"e\"", ColumnType.WHOLE));

    assertThat(written(table, DEFAULTS)).isEqualTo("\"\",a.b,\"a,b\",\" c\",\"d\n\"\"e\"\"\"\n");
  }

  @Test
  void quotesWhatHoldsTheDelimiterThatWasChosenWhateverItsType() throws IOException {
    SampleTable table =
        SampleTable.of(
                new Column("a-b", ColumnType.TIMESTAMP),
                new Column("n", ColumnType.WHOLE),
                new Column("t", ColumnType.TEXT))
            .withRow(text("2016-04-29 10:00:00"), number("-5"), text("a,b"));

    assertThat(written(table, Map.of("delimiter", "-")))
        .isEqualTo("\"a-b\"-n-t\n\"2016-04-29 10:00:00\"-\"-5\"-a,b\n");
    assertThat(written(table, Map.of("delimiter", "tab")))
        .isEqualTo("a-b\tn\tt\n2016-04-29 10:00:00\t-5\ta,b\n");
  }

  @Test
  void writesNumbersThatAreNotFiniteAsTheWordsThatTheyCameAs() throws IOException {
    SampleTable table =
        SampleTable.of(new Column("a", ColumnType.DECIMAL), new Column("b", ColumnType.TEXT))
            .withRow(number("NaN"), number("NaN"))
            .withRow(number("Infinity"), number("Infinity"))
            .withRow(number("-Infinity"), number("-Infinity"));

    assertThat(written(table, Map.of("formulas", "guard")))
        .isEqualTo("a,b\nNaN,NaN\nInfinity,Infinity\n-Infinity,-Infinity\n");
    assertThat(written(table, Map.of("delimiter", "N")))
        .isEqualTo("aNb\n\"NaN\"N\"NaN\"\nInfinityNInfinity\n-InfinityN-Infinity\n");
    assertThat(written(table, Map.of("delimiter", "y"))).contains("\"Infinity\"y\"Infinity\"\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "\r", "\n", "", ",,", "\uD83D"})
  void refusesADelimiterThatNoReaderCouldTell(String delimiter) {
    assertThatThrownBy(() -> SinkTrial.of(new CsvSinkProvider(), Map.of("delimiter", delimiter)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("delimiter must be one character or tab");
  }

  @Test
  void endsLinesAsAsked() throws IOException {
    SampleTable table = SampleTable.ofColumn(ColumnType.TEXT, text("a"), text("b\nc"));

    assertThat(written(table, Map.of("line-separator", "crlf")))
        .isEqualTo("value\r\na\r\n\"b\nc\"\r\n");
  }

  @Test
  void beginsWithAByteOrderMarkWhenAsked() throws IOException {
    SampleTable table = SampleTable.ofColumn(ColumnType.TEXT, text("a"));

    assertThat(bytes(table, Map.of("bom", "true"), Optional.empty()))
        .isEqualTo("\uFEFFvalue\na\n".getBytes(UTF_8));
  }

  @Test
  void guardsTextsAndNamesAgainstSpreadsheetsWhenAsked() throws IOException {
    SampleTable table =
        SampleTable.of(
                new Column("=name", ColumnType.TEXT),
                new Column("whole", ColumnType.WHOLE),
                new Column("decimal", ColumnType.DECIMAL))
            .withRow(text("=1+1"), number("-5"), number("-0.5"))
            .withRow(text("+1"), nothing(), nothing())
            .withRow(text("-1"), nothing(), nothing())
            .withRow(text("@SUM(A1)"), nothing(), nothing())
            .withRow(text("\tx"), nothing(), nothing())
            .withRow(text("\rx"), nothing(), nothing())
            .withRow(text("=\"a\",b"), nothing(), nothing())
            .withRow(number("-12345678901234567890"), nothing(), nothing())
            .withRow(text(""), nothing(), nothing())
            .withRow(text("a=b"), nothing(), nothing())
            .withRow(text("\"=1"), nothing(), nothing())
            .withRow(text(" '=1"), nothing(), nothing())
            .withRow(text("\n=1"), nothing(), nothing())
            .withRow(text("\uFF1D1"), nothing(), nothing())
            .withRow(text("\"' "), nothing(), nothing());

    assertThat(written(table, Map.of("formulas", "guard")))
        .isEqualTo(
            "'=name,whole,decimal\n'=1+1,-5,-0.5\n'+1,,\n'-1,,\n'@SUM(A1),,\n'\tx,,\n\"'\rx\",,\n"
                + "\"'=\"\"a\"\",b\",,\n-12345678901234567890,,\n\"\",,\na=b,,\n"
                + "\"'\"\"=1\",,\n' '=1,,\n\"'\n=1\",,\n'\uFF1D1,,\n\"\"\"' \",,\n");
    assertThat(written(table, DEFAULTS)).startsWith("=name,whole,decimal\n=1+1,-5,-0.5\n+1,,\n");
  }

  @Test
  void compressesWhenTheExtensionOrTheUserSaysSo() throws IOException {
    SampleTable table = SampleTable.ofColumn(ColumnType.TEXT, text("a"));

    assertThat(unzipped(bytes(table, DEFAULTS, Optional.of("csv.gz")))).isEqualTo("value\na\n");
    assertThat(unzipped(bytes(table, Map.of("compression", "gzip"), Optional.of("csv"))))
        .isEqualTo("value\na\n");
    assertThat(unzipped(bytes(table, Map.of("compression", "gzip"), Optional.empty())))
        .isEqualTo("value\na\n");
  }

  @Test
  void doesNotCompressWhenTheUserSaysNone() throws IOException {
    SampleTable table = SampleTable.ofColumn(ColumnType.TEXT, text("a"));

    assertThat(bytes(table, Map.of("compression", "none"), Optional.of("csv.gz")))
        .isEqualTo("value\na\n".getBytes(UTF_8));
    assertThat(bytes(table, DEFAULTS, Optional.of("csv"))).isEqualTo("value\na\n".getBytes(UTF_8));
  }

  @Test
  void refusesANameThatIsNotUnicode() {
    SampleTable table = SampleTable.of(new Column("half \uD83D", ColumnType.TEXT));

    assertThatThrownBy(() -> written(table, DEFAULTS)).isInstanceOf(CharacterCodingException.class);
  }

  /** The lines of one column, without the header. */
  private static String fields(ColumnType type, SampleValue... values) throws IOException {
    String written = written(SampleTable.ofColumn(type, values), DEFAULTS);
    assertThat(written).startsWith("value\n");
    return written.substring("value\n".length());
  }

  private static String written(SampleTable table, Map<String, String> options) throws IOException {
    return new String(bytes(table, options, Optional.empty()), UTF_8);
  }

  private static byte[] bytes(
      SampleTable table, Map<String, String> options, Optional<String> extension)
      throws IOException {
    return SinkTrial.of(new CsvSinkProvider(), options).bytes(table, extension);
  }

  private static String unzipped(byte[] bytes) throws IOException {
    return new String(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes(), UTF_8);
  }
}
