package dev.vidiexport.sinks.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.JsonText;
import dev.vidiexport.spi.ReadTable;
import dev.vidiexport.spi.SinkContract;
import dev.vidiexport.spi.SinkProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class XlsxSinkContractTest extends SinkContract {
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  /** Tables of tests are regular, and so compress well enough to be taken for an attack. */
  @BeforeAll
  static void trustTheFilesOfTheKit() {
    ZipSecureFile.setMinInflateRatio(0);
  }

  @Override
  protected SinkProvider provider() {
    return new XlsxSinkProvider();
  }

  @Override
  protected ReadTable readBack(Path output, Schema schema) throws Exception {
    try (Workbook workbook = new XSSFWorkbook(output.toFile())) {
      List<List<Object>> rows = new ArrayList<>();
      for (Sheet sheet : dataSheets(workbook)) {
        assertThat(names(sheet, schema)).isEqualTo(names(workbook.getSheetAt(0), schema));
        for (int row = 1; row <= sheet.getLastRowNum(); row++) {
          rows.add(row(sheet.getRow(row), schema));
        }
      }
      return new ReadTable(names(workbook.getSheetAt(0), schema), rows);
    }
  }

  private static List<Sheet> dataSheets(Workbook workbook) {
    int about = workbook.getNumberOfSheets() - 1;
    assertThat(workbook.getSheetName(about)).isEqualTo("about");
    return IntStream.range(0, about).mapToObj(workbook::getSheetAt).toList();
  }

  private static List<String> names(Sheet sheet, Schema schema) {
    return IntStream.range(0, schema.size())
        .mapToObj(column -> sheet.getRow(0).getCell(column).getStringCellValue())
        .toList();
  }

  @Override
  protected Stream<List<Object>> readRows(Path output, Schema schema) throws Exception {
    ReadableWorkbook workbook = new ReadableWorkbook(output.toFile());
    return workbook
        .getSheets()
        .filter(sheet -> !sheet.getName().equals("about"))
        .flatMap(sheet -> dataRows(sheet))
        .map(row -> row(row, schema))
        .onClose(() -> close(workbook));
  }

  private static Stream<org.dhatim.fastexcel.reader.Row> dataRows(
      org.dhatim.fastexcel.reader.Sheet sheet) {
    try {
      return sheet.openStream().skip(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(ReadableWorkbook workbook) {
    try {
      workbook.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Object> row(org.dhatim.fastexcel.reader.Row row, Schema schema) {
    List<Object> values = new ArrayList<>();
    for (Column column : schema.columns()) {
      Optional<org.dhatim.fastexcel.reader.Cell> cell = row.getOptionalCell(values.size());
      values.add(cell.map(found -> value(found, column)).orElse(null));
    }
    return values;
  }

  private static Object value(org.dhatim.fastexcel.reader.Cell cell, Column column) {
    if (isDay(column, cell.getType() == org.dhatim.fastexcel.reader.CellType.NUMBER)) {
      return cell.asDate().toLocalDate();
    }
    return switch (column.type()) {
      case WHOLE -> Long.valueOf(cell.getRawValue());
      case DECIMAL -> Double.valueOf(cell.getRawValue());
      case BOOLEAN -> cell.asBoolean();
      case TIMESTAMP -> cell.asDate();
      case TEXT, NESTED -> unescaped(cell.asString());
    };
  }

  /** A day that Excel does not know stands as its text. */
  private static boolean isDay(Column column, boolean isNumber) {
    return column.meaning() == ColumnMeaning.DATE && isNumber;
  }

  /** This reader leaves to others what POI does by itself. */
  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    Character.toString(Integer.parseInt(escape.group(1), 16))));
  }

  private static List<Object> row(Row row, Schema schema) {
    List<Object> values = new ArrayList<>();
    for (Column column : schema.columns()) {
      Cell cell = row.getCell(values.size());
      boolean isNull = cell == null || cell.getCellType() == CellType.BLANK;
      values.add(isNull ? null : value(cell, column));
    }
    return values;
  }

  /** What Excel cannot hold as a number or a date stands as its text. */
  private static Object value(Cell cell, Column column) {
    boolean isText = cell.getCellType() == CellType.STRING;
    if (isDay(column, !isText)) {
      return cell.getLocalDateTimeCellValue().toLocalDate();
    }
    return switch (column.type()) {
      case WHOLE ->
          isText
              ? Long.valueOf(cell.getStringCellValue())
              : (Object) (long) cell.getNumericCellValue();
      case DECIMAL ->
          isText ? Double.valueOf(cell.getStringCellValue()) : (Object) cell.getNumericCellValue();
      case BOOLEAN -> cell.getBooleanCellValue();
      case TIMESTAMP ->
          isText
              ? LocalDateTime.parse(cell.getStringCellValue().replace(' ', 'T'))
              : cell.getLocalDateTimeCellValue();
      case TEXT, NESTED -> cell.getStringCellValue();
    };
  }

  /** XlsxMemoryTest shows nearly as much in every build. */
  @Override
  @Tag("thorough")
  @Test
  protected void writesAMillionRowsInASmallMemory() throws Exception {
    super.writesAMillionRowsInASmallMemory();
  }

  // The format holds texts alone: the number 1 and the text "1" look the same in it.
  @Override
  protected Object meaning(ColumnType type, Object value) {
    return value instanceof JsonText json ? json.characters() : value;
  }

  @Override
  protected boolean holds(String text) {
    return text.length() <= SheetLimits.MOST_CHARACTERS;
  }
}
