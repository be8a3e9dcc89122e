package dev.vidiexport.sinks.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.SampleTable;
import dev.vidiexport.spi.SampleValue;
import dev.vidiexport.spi.SinkTrial;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What Excel is shown, and what it is not given. */
class XlsxSinkTest {
  @Test
  void givesTimesAsDatesWithAFormat() throws Exception {
    XSSFSheet sheet =
        sheet(ColumnType.TIMESTAMP, text("2016-04-29 10:00:00"), text("2016-04-29 10:00:00.25"));

    Cell seconds = cell(sheet, 1);
    Cell fraction = cell(sheet, 2);

    assertThat(DateUtil.isCellDateFormatted(seconds)).isTrue();
    assertThat(seconds.getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2016, 4, 29, 10, 0));
    assertThat(seconds.getCellStyle().getDataFormatString()).isEqualTo("yyyy-mm-dd hh:mm:ss");
    assertThat(fraction.getCellStyle().getDataFormatString()).isEqualTo("yyyy-mm-dd hh:mm:ss.000");
    assertThat(seconds.getNumericCellValue()).isEqualTo(42489.416666666664);
  }

  @Test
  void givesTimesThatExcelDoesNotHoldAsTexts() throws Exception {
    XSSFSheet sheet =
        sheet(
            ColumnType.TIMESTAMP,
            text("1899-12-31 00:00:00"),
            text("1900-02-28 00:00:00"),
            text("1900-03-01 00:00:00"),
            text("2016-04-29 10:00:00.000001"));

    assertThat(cell(sheet, 1).getStringCellValue()).isEqualTo("1899-12-31 00:00:00");
    assertThat(cell(sheet, 2).getStringCellValue()).isEqualTo("1900-02-28 00:00:00");
    assertThat(cell(sheet, 3).getNumericCellValue()).isEqualTo(61);
    assertThat(cell(sheet, 4).getStringCellValue()).isEqualTo("2016-04-29 10:00:00.000001");
  }

  @Test
  void givesNumbersAsNumbersUpToFifteenDigits() throws Exception {
    XSSFSheet sheet =
        sheet(
            ColumnType.WHOLE,
            number("999999999999999"),
            number("-999999999999999"),
            number("1000000000000000"),
            number("-9223372036854775808"));

    assertThat(cell(sheet, 1).getNumericCellValue()).isEqualTo(999999999999999.0);
    assertThat(cell(sheet, 2).getNumericCellValue()).isEqualTo(-999999999999999.0);
    assertThat(cell(sheet, 3).getStringCellValue()).isEqualTo("1000000000000000");
    assertThat(cell(sheet, 4).getStringCellValue()).isEqualTo("-9223372036854775808");
  }

  @Test
  void neverGivesAFormula() throws Exception {
    XSSFSheet sheet = sheet(ColumnType.TEXT, text("=1+1"), text("@SUM(A1)"), number("1.50"));

    for (int row = 1; row <= 3; row++) {
      assertThat(cell(sheet, row).getCellType()).isEqualTo(CellType.STRING);
    }
    assertThat(cell(sheet, 1).getStringCellValue()).isEqualTo("=1+1");
    assertThat(cell(sheet, 3).getStringCellValue()).isEqualTo("1.50");
  }

  @Test
  void freezesAndFiltersTheNames() throws Exception {
    XSSFSheet sheet = sheet(ColumnType.TEXT, text("a much longer text than its name"));

    assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
    assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
    assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:A2");
    assertThat(sheet.getRow(0).getCell(0).getCellStyle().getFontIndex()).isNotZero();
    assertThat(sheet.getColumnWidth(0) / 256).isBetween(33, 40);
  }

  /**
   * The library writes this before the rows, whatever they are, and lets nobody change it. The
   * README of the program tells how to read such a sheet; when this fails, the sentence can go.
   */
  @Test
  void namesOneCellAsTheSizeOfTheSheet() throws Exception {
    XSSFSheet sheet = sheet(ColumnType.TEXT, text("a"), text("b"));

    assertThat(sheet.getCTWorksheet().getDimension().getRef()).isEqualTo("A1");
    assertThat(sheet.getLastRowNum()).isEqualTo(2);
  }

  @Test
  void givesDaysAsDatesWhereExcelHoldsThem() throws Exception {
    XSSFSheet sheet =
        sheet(
            new Column("value", ColumnType.TEXT, ColumnMeaning.DATE),
            text("2016-04-29"),
            text("1900-03-01"),
            text("1900-02-28"),
            text("2016-02-30"),
            text("2016-04-29 "),
            text(""),
            text("9999-12-31"));

    assertThat(DateUtil.isCellDateFormatted(cell(sheet, 1))).isTrue();
    assertThat(cell(sheet, 1).getLocalDateTimeCellValue()).isEqualTo("2016-04-29T00:00:00");
    assertThat(cell(sheet, 1).getCellStyle().getDataFormatString()).isEqualTo("yyyy-mm-dd");
    assertThat(cell(sheet, 2).getNumericCellValue()).isEqualTo(61);
    assertThat(cell(sheet, 3).getStringCellValue()).isEqualTo("1900-02-28");
    assertThat(cell(sheet, 4).getStringCellValue()).isEqualTo("2016-02-30");
    assertThat(cell(sheet, 5).getStringCellValue()).isEqualTo("2016-04-29 ");
    assertThat(cell(sheet, 6).getStringCellValue()).isEmpty();
    assertThat(cell(sheet, 7).getLocalDateTimeCellValue()).isEqualTo("9999-12-31T00:00:00");
  }

  @Test
  void leavesDaysTextsInColumnsThatMeanNoDates() throws Exception {
    XSSFSheet sheet = sheet(ColumnType.TEXT, text("2016-04-29"));

    assertThat(cell(sheet, 1).getStringCellValue()).isEqualTo("2016-04-29");
  }

  @Test
  void givesTimesInUtcAsDates() throws Exception {
    XSSFSheet sheet =
        sheet(
            new Column("start_utc", ColumnType.TIMESTAMP, ColumnMeaning.UTC),
            text("2016-04-29 08:00:00"));

    assertThat(cell(sheet, 1).getLocalDateTimeCellValue()).isEqualTo("2016-04-29T08:00:00");
    assertThat(DateUtil.isCellDateFormatted(cell(sheet, 1))).isTrue();
  }

  /** Cells get their formats in runs, which nulls and other formats cut. */
  @Test
  void givesEachDateOfAColumnItsOwnFormat() throws Exception {
    String seconds = "2016-04-29 10:00:00";
    String fraction = "2016-04-29 10:00:00.5";
    XSSFSheet sheet =
        sheet(
            ColumnType.TIMESTAMP,
            text(seconds),
            text(seconds),
            SampleValue.nothing(),
            text(seconds),
            text(fraction),
            text(fraction),
            text("1899-12-31 00:00:00"),
            text(seconds));

    List<String> formats =
        IntStream.rangeClosed(1, 8)
            .mapToObj(row -> cell(sheet, row).getCellStyle().getDataFormatString())
            .toList();
    assertThat(formats)
        .containsExactly(
            ExcelTime.SECONDS,
            ExcelTime.SECONDS,
            "General",
            ExcelTime.SECONDS,
            ExcelTime.MILLISECONDS,
            ExcelTime.MILLISECONDS,
            "General",
            ExcelTime.SECONDS);
  }

  @Test
  void escapesWhatXmlDoesNotHold() {
    assertThat(CellText.of("a\0b\u001B\r\uFFFF")).isEqualTo("a_x0000_b_x001B__x000D__xFFFF_");
    assertThat(CellText.of("_x0041_ _x41_ __x0041__"))
        .isEqualTo("_x005F_x0041_ _x41_ __x005F_x0041__");
    assertThat(CellText.of(" \n a b\t")).isEqualTo("_x0020_\n a b_x0009_");
    assertThat(CellText.of("\uD83D\uDE00 é\tb\nc")).isEqualTo("\uD83D\uDE00 é\tb\nc");
  }

  @Test
  void refusesATextThatIsTooLongAndSaysWhere() throws Exception {
    String longest = "x".repeat(32_767);

    assertThat(cell(sheet(ColumnType.TEXT, text(longest)), 1).getStringCellValue())
        .isEqualTo(longest);
    assertThatThrownBy(() -> sheet(ColumnType.TEXT, text("a"), text(longest + "x")))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "a cell of Excel holds 32767 characters, and row 2, column \"value\" has 32768. Choose"
                + " the format csv or parquet.");
  }

  @Test
  void refusesMoreColumnsThanASheetHolds() {
    Schema wide =
        new Schema(
            IntStream.rangeClosed(0, 16_384)
                .mapToObj(index -> new Column("key_" + index, ColumnType.WHOLE))
                .toList());

    assertThatThrownBy(
            () -> new XlsxSink(StreamContext.of(OutputStream.nullOutputStream(), wide), 1, 1))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("a sheet of Excel holds 16384 columns, and the export has 16385.");
  }

  private static SampleValue text(String characters) {
    return SampleValue.text(characters);
  }

  private static SampleValue number(String characters) {
    return SampleValue.number(characters);
  }

  private static XSSFSheet sheet(ColumnType type, SampleValue... values) throws IOException {
    return sheet(new Column("value", type), values);
  }

  private static XSSFSheet sheet(Column column, SampleValue... values) throws IOException {
    List<List<SampleValue>> rows = Stream.of(values).map(List::of).toList();
    byte[] bytes =
        SinkTrial.of(new XlsxSinkProvider(), Map.of())
            .bytes(SampleTable.of(column).withRows(rows), Optional.empty());
    return new XSSFWorkbook(new ByteArrayInputStream(bytes)).getSheetAt(0);
  }

  private static Cell cell(XSSFSheet sheet, int row) {
    return sheet.getRow(row).getCell(0);
  }
}
