package dev.vidiexport.sinks.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.sinks.report.ReportTable;
import dev.vidiexport.sinks.report.ReportTables;
import dev.vidiexport.sinks.report.SampleReports;
import dev.vidiexport.sinks.report.TableCell;
import dev.vidiexport.sinks.report.TableColumn;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A workbook says what the tables of its report say, read by another library. */
class AudienceWorkbookTest {
  static Stream<AudienceReport> reports() {
    return SampleReports.all().values().stream();
  }

  @ParameterizedTest
  @MethodSource("reports")
  void hasASheetForEachTableWithTheSameRows(AudienceReport report) throws IOException {
    ReportTables tables = ReportTables.of(report);
    List<ReportTable> wanted = new ArrayList<>(List.of(tables.summary()));
    wanted.addAll(tables.tables());

    XSSFWorkbook workbook = read(report);

    assertThat(workbook.getNumberOfSheets()).isEqualTo(wanted.size());
    for (int at = 0; at < wanted.size(); at++) {
      ReportTable table = wanted.get(at);
      XSSFSheet sheet = workbook.getSheetAt(at);
      assertThat(sheet.getSheetName()).isEqualTo(table.word());
      List<List<TableCell>> rows = rows(sheet, table.columns().size());
      assertThat(rows.get(0))
          .isEqualTo(table.columns().stream().map(TableColumn::word).map(TableCell::of).toList());
      assertThat(rows.subList(1, rows.size()))
          .isEqualTo(table.rows().stream().map(AudienceWorkbookTest::withoutBlanks).toList());
    }
  }

  @Test
  void staysOpenForWhatComesBehind() throws IOException {
    AtomicBoolean closed = new AtomicBoolean();
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed.set(true);
          }
        };

    AudienceWorkbook.write(SampleReports.nothing(), out);

    assertThat(closed).isFalse();
    assertThat(out.size()).isPositive();
  }

  private static XSSFWorkbook read(AudienceReport report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AudienceWorkbook.write(report, out);
    return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
  }

  /** The name of a place may be an empty text, which a workbook does not tell from no text. */
  private static List<TableCell> withoutBlanks(List<TableCell> row) {
    return row.stream().map(cell -> cell.raw().isEmpty() ? TableCell.MISSING : cell).toList();
  }

  private static List<List<TableCell>> rows(XSSFSheet sheet, int columns) {
    List<List<TableCell>> rows = new ArrayList<>();
    for (Row row : sheet) {
      List<TableCell> cells = new ArrayList<>();
      for (int column = 0; column < columns; column++) {
        cells.add(cell(row.getCell(column)));
      }
      rows.add(cells);
    }
    return rows;
  }

  private static TableCell cell(Cell cell) {
    if (cell == null || cell.getCellType() == CellType.BLANK) {
      return TableCell.MISSING;
    }
    return cell.getCellType() == CellType.NUMERIC
        ? TableCell.of(cell.getNumericCellValue())
        : TableCell.of(cell.getStringCellValue());
  }
}
