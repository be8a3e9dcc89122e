package dev.vidiexport.sinks.excerpt;

import static dev.vidiexport.spi.SampleValue.nothing;
import static dev.vidiexport.spi.SampleValue.number;
import static dev.vidiexport.spi.SampleValue.text;
import static dev.vidiexport.spi.SampleValue.truth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.sinks.sqlite.Exports;
import dev.vidiexport.sinks.xlsx.XlsxSinkProvider;
import dev.vidiexport.spi.SampleTable;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.SinkTrial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {
  private static final SampleTable TABLE =
      SampleTable.of(
              new Column("location_id", ColumnType.WHOLE),
              new Column("period_start", ColumnType.TIMESTAMP),
              new Column("label", ColumnType.TEXT),
              new Column("ratio", ColumnType.DECIMAL),
              new Column("day", ColumnType.TEXT, ColumnMeaning.DATE),
              new Column("utc", ColumnType.TIMESTAMP, ColumnMeaning.UTC))
          .withRow(
              number("1056"),
              text("2016-04-29 10:00:00"),
              text("a, \"b\"\n銀座"),
              number("0.5"),
              text("2016-04-29"),
              text("2016-04-29 08:00:00"))
          .withRow(
              number("-7"), text("1969-12-31 23:59:59"), text("x"), nothing(), nothing(), nothing())
          .withRow(
              number("0"),
              text("2016-04-29 12:00:00"),
              text("y"),
              number("68.4"),
              text("2016-04-29"),
              nothing());

  @TempDir private Path folder;

  /** Those that hold rows in a file; a page holds none, and a server has no file. */
  static Stream<SinkProvider> builtInFormats() {
    return ServiceLoader.load(SinkProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.getClass().getName().startsWith("dev.vidiexport.sinks."))
        .filter(provider -> !provider.format().equals("html"))
        .filter(provider -> !provider.fileExtensions().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("builtInFormats")
  void readsBackWhatASinkWrote(SinkProvider provider) throws IOException {
    Excerpt excerpt = Excerpt.of(provider.format(), written(provider), 2);

    assertThat(excerpt)
        .isEqualTo(
            new Excerpt(
                List.of("location_id", "period_start", "label", "ratio", "day", "utc"),
                List.of(
                    values(
                        "1056",
                        "2016-04-29 10:00:00",
                        "a, \"b\"\n銀座",
                        "0.5",
                        "2016-04-29",
                        // A date in Excel has no zone.
                        provider.format().equals("xlsx")
                            ? "2016-04-29 08:00:00"
                            : "2016-04-29T08:00:00Z"),
                    List.of(
                        Optional.of("-7"),
                        Optional.of("1969-12-31 23:59:59"),
                        Optional.of("x"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())),
                3));
  }

  /** Half a CSV file is a CSV file; the others know where they end. */
  @ParameterizedTest
  @ValueSource(strings = {"json", "jsonl", "parquet", "sqlite", "xlsx"})
  void refusesHalfAFile(String format) throws IOException {
    SinkProvider provider =
        builtInFormats().filter(found -> found.format().equals(format)).findFirst().orElseThrow();
    Path file = written(provider);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> Excerpt.of(format, file, 2)).isInstanceOf(IOException.class);
  }

  @Test
  void refusesAFormatThatItCannotRead() {
    assertThatThrownBy(() -> Excerpt.of("avro", folder, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("but was avro");
  }

  /** What XML does not hold, a row without a value, and kinds of cells that the table has not. */
  @Test
  void readsEveryKindOfCell() throws IOException {
    SampleTable table =
        SampleTable.of(
                new Column("note", ColumnType.TEXT),
                new Column("on", ColumnType.BOOLEAN),
                new Column("day", ColumnType.TEXT, ColumnMeaning.DATE),
                new Column("start", ColumnType.TIMESTAMP))
            .withRow(
                text(" \0_x0041_"), truth(true), text("2016-04-29"), text("2016-04-29 10:00:00.25"))
            .withRow(nothing(), nothing(), nothing(), nothing())
            .withRow(text(""), truth(false), text("1899-12-31"), nothing());
    Path file = folder.resolve("file");
    Files.write(
        file, SinkTrial.of(new XlsxSinkProvider(), Map.of()).bytes(table, Optional.empty()));

    assertThat(Excerpt.of("xlsx", file, 3).firstRows())
        .containsExactly(
            values(" \0_x0041_", "true", "2016-04-29", "2016-04-29 10:00:00.250000"),
            Collections.nCopies(4, Optional.empty()),
            List.of(
                Optional.of(""),
                Optional.of("false"),
                Optional.of("1899-12-31"),
                Optional.empty()));
  }

  /** SQLite keeps truth as a number, and a day as any other text. */
  @Test
  void readsEveryKindOfColumn() throws IOException {
    SampleTable table =
        SampleTable.of(
                new Column("note", ColumnType.TEXT),
                new Column("on", ColumnType.BOOLEAN),
                new Column("big", ColumnType.WHOLE),
                new Column("start", ColumnType.TIMESTAMP))
            .withRow(
                text(""), truth(true), number("9007199254740993"), text("2016-04-29 10:00:00.25"))
            .withRow(nothing(), truth(false), nothing(), nothing());
    Path file = folder.resolve("100% of a?b.db");
    Exports.write(file, table, Map.of());

    assertThat(Excerpt.of("sqlite", file, 3).firstRows())
        .containsExactly(
            values("", "true", "9007199254740993", "2016-04-29 10:00:00.250000"),
            List.of(Optional.empty(), Optional.of("false"), Optional.empty(), Optional.empty()));
  }

  private Path written(SinkProvider provider) throws IOException {
    if (provider.format().equals("sqlite")) {
      Exports.write(folder.resolve("file"), TABLE, Map.of());
      return folder.resolve("file");
    }
    byte[] bytes = SinkTrial.of(provider, Map.of()).bytes(TABLE, Optional.empty());
    return Files.write(folder.resolve("file"), bytes);
  }

  private static List<Optional<String>> values(String... values) {
    return Stream.of(values).map(Optional::of).toList();
  }
}
