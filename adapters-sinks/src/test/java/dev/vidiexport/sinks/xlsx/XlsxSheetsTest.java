package dev.vidiexport.sinks.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Provenance;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which sheets there are, and what each of them says; here a sheet takes three rows. */
class XlsxSheetsTest {
  private static final int ROWS_PER_SHEET = 3;
  private static final Schema SCHEMA =
      Schema.of(
          new Column("row", ColumnType.WHOLE),
          new Column("=note", ColumnType.TEXT),
          new Column("day", ColumnType.TEXT, ColumnMeaning.DATE),
          new Column("start_utc", ColumnType.TIMESTAMP, ColumnMeaning.UTC));

  @ParameterizedTest
  @CsvSource({
    "0, export about",
    "1, export about",
    "3, export about",
    "4, export export_(2) about",
    "6, export export_(2) about",
    "7, export export_(2) export_(3) about"
  })
  void areAsManyAsTheRowsNeedAndOneMore(int rows, String names) throws IOException {
    XSSFWorkbook workbook = written(rows, 2);

    assertThat(
            IntStream.range(0, workbook.getNumberOfSheets())
                .mapToObj(sheet -> workbook.getSheetName(sheet).replace(' ', '_')))
        .containsExactly(names.split(" "));
    assertThat(workbook.getActiveSheetIndex()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3", "7"})
  void holdEveryRowOnceInOrderWhereverBatchesEnd(int rowsPerBatch) throws IOException {
    XSSFWorkbook workbook = written(7, rowsPerBatch);

    List<List<String>> found = new ArrayList<>();
    for (int sheet = 0; sheet < 3; sheet++) {
      found.add(column(workbook.getSheetAt(sheet), 0));
    }
    assertThat(found)
        .containsExactly(
            List.of("row", "1", "2", "3"), List.of("row", "4", "5", "6"), List.of("row", "7"));
  }

  @Test
  void areAllFrozenFilteredAndAsWide() throws IOException {
    XSSFWorkbook workbook = written(7, 7);

    for (int number = 0; number < 3; number++) {
      XSSFSheet sheet = workbook.getSheetAt(number);
      assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
      assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
      assertThat(sheet.getCTWorksheet().getAutoFilter().getRef())
          .isEqualTo(number < 2 ? "A1:D4" : "A1:D2");
      assertThat(sheet.getColumnWidth(1)).isEqualTo(workbook.getSheetAt(0).getColumnWidth(1));
      assertThat(sheet.getRow(0).getCell(0).getCellStyle().getFontIndex()).isNotZero();
      assertThat(sheet.getRow(1).getCell(2).getCellStyle().getDataFormatString())
          .isEqualTo("yyyy-mm-dd");
    }
    assertThat(workbook.getSheetAt(0).getColumnWidth(1) / 256).isBetween(15, 20);
  }

  @Test
  void endWithOneThatTellsOfTheRequestTheExportAndTheColumns() throws IOException {
    XSSFWorkbook workbook = written(7, 7);

    assertThat(lines(workbook.getSheet("about")))
        .containsExactly(
            "argument|value",
            "locations|1056,1057",
            "data_type|=viewers",
            "",
            "export|value",
            "creation_date|2016-08-25T15:22:35",
            "rows|7",
            "sheets|3",
            "vidiexport|0.1.0",
            "",
            "column|type",
            "row|whole",
            "=note|text",
            "day|date",
            "start_utc|timestamp in UTC");
    for (Row row : workbook.getSheet("about")) {
      for (Cell cell : row) {
        assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
      }
    }
  }

  @Test
  void tellAnArgumentThatIsLongerThanACellInSeveral() throws IOException {
    String ids = String.join(",", IntStream.range(0, 12_000).mapToObj(Integer::toString).toList());

    XSSFSheet about = written(1, 1, Map.of("locations", ids, "end", "x")).getSheet("about");

    List<String> values = column(about, 1);
    int first = column(about, 0).indexOf("locations");
    assertThat(values.get(first)).hasSizeBetween(32_000, 32_767).endsWith(",");
    assertThat(values.get(first) + values.get(first + 1)).isEqualTo(ids);
  }

  @Test
  void countRowsThroughWhenATextDoesNotFit() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Schema schema = Schema.of(new Column("note", ColumnType.TEXT));
    RowBatchBuilder batch = new RowBatchBuilder(schema);
    for (int row = 1; row <= 5; row++) {
      batch.putText(0, row == 5 ? "x".repeat(32_768) : "a");
      batch.endRow();
    }

    try (XlsxSink sink =
        new XlsxSink(StreamContext.of(bytes, schema), ROWS_PER_SHEET, Long.MAX_VALUE)) {
      assertThatThrownBy(() -> sink.write(batch.batch()))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(
              "a cell of Excel holds 32767 characters, and row 5, column \"note\" has 32768.");
    }
  }

  @Test
  void areRefusedWhenTheyTakeMoreBytesThanTheLibraryCanCount() throws IOException {
    int length = bytes(7, 7, Long.MAX_VALUE, Map.of()).length;

    assertThat(bytes(7, 7, length, Map.of())).hasSize(length);
    assertThatThrownBy(() -> bytes(7, 7, length - 1, Map.of()))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "a workbook holds %s bytes, and the export needs more. Choose the format csv or parquet.",
            length - 1);
  }

  private static XSSFWorkbook written(int rows, int rowsPerBatch) throws IOException {
    Map<String, String> request = new LinkedHashMap<>();
    request.put("locations", "1056,1057");
    request.put("data_type", "=viewers");
    return written(rows, rowsPerBatch, request);
  }

  private static XSSFWorkbook written(int rows, int rowsPerBatch, Map<String, String> request)
      throws IOException {
    return new XSSFWorkbook(
        new ByteArrayInputStream(bytes(rows, rowsPerBatch, Long.MAX_VALUE, request)));
  }

  private static byte[] bytes(
      int rows, int rowsPerBatch, long mostBytes, Map<String, String> request) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    RowBatchBuilder batch = new RowBatchBuilder(SCHEMA);
    try (XlsxSink sink = new XlsxSink(StreamContext.of(bytes, SCHEMA), ROWS_PER_SHEET, mostBytes)) {
      for (int row = 1; row <= rows; row++) {
        batch.putLong(0, row);
        batch.putText(1, "a text of width");
        batch.putText(2, "2016-04-29");
        batch.putTimestampMicros(3, 0);
        batch.endRow();
        if (batch.batch().rows() == rowsPerBatch || row == rows) {
          sink.write(batch.batch());
          batch.clear();
        }
      }
      sink.commit(new Provenance(request, Optional.of("2016-08-25T15:22:35"), rows, "0.1.0"));
    }
    return bytes.toByteArray();
  }

  private static List<String> column(XSSFSheet sheet, int column) {
    return IntStream.rangeClosed(0, sheet.getLastRowNum())
        .mapToObj(row -> text(sheet.getRow(row), column))
        .toList();
  }

  private static List<String> lines(XSSFSheet sheet) {
    return IntStream.rangeClosed(0, sheet.getLastRowNum())
        .mapToObj(sheet::getRow)
        .map(row -> row == null ? "" : text(row, 0) + "|" + text(row, 1))
        .toList();
  }

  private static String text(Row row, int column) {
    return row == null ? "" : new DataFormatter(Locale.ROOT).formatCellValue(row.getCell(column));
  }
}
