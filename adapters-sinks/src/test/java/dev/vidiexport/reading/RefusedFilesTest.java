package dev.vidiexport.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a file is told in words: which file, where, and what. */
class RefusedFilesTest {
  private static final BuiltInFileReader READER = new BuiltInFileReader();
  private static final List<NumberedColumn> COLUMNS =
      List.of(
          new NumberedColumn(1, "age", "age", ColumnType.WHOLE),
          new NumberedColumn(2, "ratio", "ratio", ColumnType.DECIMAL),
          new NumberedColumn(3, "open", "open", ColumnType.BOOLEAN),
          new NumberedColumn(4, "start", "start", ColumnType.TIMESTAMP),
          new NumberedColumn(5, "shape", "shape", ColumnType.NESTED),
          new NumberedColumn(6, "day", "day", ColumnType.TEXT, ColumnMeaning.DATE, true),
          new NumberedColumn(7, "utc", "utc", ColumnType.TIMESTAMP, ColumnMeaning.UTC, true));

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "csv   | age,name\\n | it has a column \"name\", which the ledger does not know",
        "csv   | age,age\\n | it has two columns of the name \"age\"",
        "csv   | `` | it is empty, and not even a header is there",
        "csv   | age,ratio\\n1\\n | in line 2, there are 1 field, but the header names 2",
        "csv   | age\\n1,2\\n | in line 2, there are more than 1 field, but the header names 1",
        "csv   | age\\n12,5\\n | in line 2, there are more than 1 field",
        "csv   | age\\n1\\nx\\n | in line 3, column \"age\", \"x\" is not a whole number of 64 bits",
        "csv   | age\\n1.0\\n | column \"age\", \"1.0\" is not a whole number",
        "csv   | age\\n007\\n | column \"age\", \"007\" is not a whole number",
        "csv   | age\\n9223372036854775808\\n | is not a whole number of 64 bits",
        "csv   | ratio\\n1e999\\n | column \"ratio\", \"1e999\" is not a decimal number",
        "csv   | ratio\\n0x1p3\\n | \"0x1p3\" is not a decimal number",
        "csv   | ratio\\n1.5d\\n | \"1.5d\" is not a decimal number",
        "csv   | ratio\\nanyN\\n | \"anyN\" is not a decimal number",
        "csv   | open\\nyes\\n | \"yes\" is not true or false",
        "csv   | start\\n2016-04-31 10:00:00\\n | \"2016-04-31 10:00:00\" is not a date and time",
        "csv   | start\\n2016-04-29T10:00:00\\n | is not a date and time such as",
        "csv   | start\\n0000-01-01 10:00:00\\n | is not a date and time such as",
        "csv   | start\\n2016-04-29 10:00:00Z\\n | is not a date and time such as",
        "csv   | day\\n2016-04-31\\n | column \"day\", \"2016-04-31\" is not a date such as 2016-04-29",
        "csv   | day\\n2016-04-2\\n | \"2016-04-2\" is not a date such as",
        "csv   | day\\n0000-01-01\\n | \"0000-01-01\" is not a date such as",
        "csv   | day\\n\"\"\\n | \"\" is not a date such as",
        "csv   | utc\\n2016-04-29 08:00:00\\n | is not a date and time such as 2016-04-29T08:00:00Z",
        "csv   | utc\\n2016-04-29T08:00:00\\n | is not a date and time such as",
        "csv   | utc\\n2016-04-29 08:00:00Z\\n | is not a date and time such as",
        "csv   | utc\\n2016-04-29T25:00:00Z\\n | is not a date and time such as",
        "csv   | utc\\nZ\\n | is not a date and time such as",
        "jsonl | {\"day\":17}\\n | in row 1, column \"day\": \"17\" is not a date",
        "jsonl | {\"day\":\"today\"}\\n | column \"day\": \"today\" is not a date such as 2016-04-29",
        "jsonl | {\"utc\":17}\\n | in row 1, column \"utc\": \"17\" is not a date and time",
        "jsonl | {\"utc\":\"2016-04-29T08:00:00\"}\\n | is not a date and time such as",
        "csv   | shape\\n[1\\n | there is a nested value that is not JSON",
        "csv   | shape\\n17\\n | there is a nested value that is no JSON object or array",
        "csv   | age\\n1 | it ends in the middle of a line",
        "csv   | age,shape\\n1,\"[]\\n | in line 2, it is not CSV, or cut",
        "jsonl | {\"name\":1}\\n | it has a column \"name\", which the ledger does not know",
        "jsonl | {\"age\":1} | it ends in the middle of a line",
        "jsonl | {\"age\":1}\\n{\"ratio\":1}\\n | in row 2, there is a column \"ratio\", which",
        "jsonl | {\"age\":1,\"age\":2}\\n | in row 1, column \"age\": it comes twice",
        "jsonl | {\"age\":\"1\"}\\n | in row 1, column \"age\": \"1\" is not a whole number",
        "jsonl | {\"age\":1.5}\\n | in row 1, column \"age\": \"1.5\" is not a whole number",
        "jsonl | {\"open\":0}\\n | in row 1, column \"open\": \"0\" is not true or false",
        "jsonl | {\"shape\":1}\\n | in row 1, column \"shape\": \"1\" is not an object or an array",
        "jsonl | [1]\\n | in row 1, there is no object",
        "jsonl | {\"age\":1}\\n{\"age\":\\n | in row 2, it is not JSON",
        "json  | [\\n{\"age\":1}\\n | it ends before its array does",
        "json  | {\"age\":1}\\n | it does not begin with an array of objects",
        "json  | []\\n{\"age\":1}\\n | it is not one array with an object a line",
        "parquet | PAR1 | it is too short to be Parquet",
        "parquet | PAR1PAR1PAR1PAR1 | its footer is damaged",
        "parquet | {\"age\":1}\\n{\"age\":1}\\n | it is not Parquet, or cut"
      })
  void tellsWhatIsWrong(String format, String text, String what) throws IOException {
    Path file = Files.write(folder.resolve("file"), text.translateEscapes().getBytes(UTF_8));

    assertThatThrownBy(() -> ReadRows.of(file, new FileFormat(format, Map.of()), COLUMNS))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("The file " + file + " cannot be read back: ")
        .hasMessageContaining(what)
        .hasMessageEndingWith(".");
  }

  @ParameterizedTest
  @CsvSource({"csv", "jsonl", "json", "parquet"})
  void tellsThatAFileIsNotThere(String format) {
    Path file = folder.resolve("file");

    assertThatThrownBy(() -> ReadRows.of(file, new FileFormat(format, Map.of()), COLUMNS))
        .isInstanceOf(IOException.class)
        .hasMessage("The file " + file + " cannot be read back: it is not there.");
  }

  @Test
  void tellsBytesThatAreNoText() throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[] {'a', 'g', 'e', '\n', -1, '\n'});

    assertThatThrownBy(() -> ReadRows.of(file, SampleFormats.csv(), COLUMNS))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("it is not UTF-8");
  }

  @Test
  void saysWhatCannotBeReadBack() {
    assertThat(READER.obstacle(new FileFormat("xlsx", Map.of())))
        .contains(
            "Files of the format \"xlsx\" cannot be read back; those of parquet, jsonl, json and"
                + " csv can.");
    assertThat(READER.obstacle(new FileFormat("csv", Map.of("formulas", "guard"))))
        .contains(
            "CSV that was written with formulas=guard cannot be read back: nobody can tell which"
                + " texts began with a ' and which got one.");
    assertThat(SampleFormats.all()).allMatch(format -> READER.obstacle(format).isEmpty());
  }

  @Test
  void opensNothingThatCannotBeReadBack() {
    assertThatThrownBy(() -> READER.open(folder, new FileFormat("xlsx", Map.of()), COLUMNS))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> READER.open(folder, SampleFormats.csv(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
