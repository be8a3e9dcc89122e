package dev.vidiexport.sinks.xlsx;

import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.sinks.report.ReportTable;
import dev.vidiexport.sinks.report.ReportTables;
import dev.vidiexport.sinks.report.TableCell;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes the figures of an audience report as a workbook: a sheet for each table of the page. */
public final class AudienceWorkbook {
  private static final int NARROWEST = 12;
  private static final int WIDEST = 40;
  private static final int FOR_THE_ARROW = 3;

  private AudienceWorkbook() {}

  /**
   * Writes a whole workbook.
   *
   * @param out where to; it stays open
   * @throws IOException when that fails, or a table is larger than a sheet
   */
  public static void write(AudienceReport report, OutputStream out) throws IOException {
    ReportTables tables = ReportTables.of(report);
    List<ReportTable> sheets = new ArrayList<>();
    sheets.add(tables.summary());
    sheets.addAll(tables.tables());
    // Not closed: that would close what it writes to, and finishing it writes all of it.
    Workbook workbook = new Workbook(out, "vidiexport", null);
    for (ReportTable table : sheets) {
      fill(workbook.newWorksheet(table.word()), table);
    }
    workbook.finish();
    out.flush();
  }

  private static void fill(Worksheet sheet, ReportTable table) throws IOException {
    SheetLimits.checkColumns(table.columns().size());
    for (int column = 0; column < table.columns().size(); column++) {
      String word = table.columns().get(column).word();
      HeaderCell.fill(sheet, 0, column, word);
      sheet.width(column, width(table, column));
    }
    sheet.freezePane(1, 1);
    for (int row = 0; row < table.rows().size(); row++) {
      List<TableCell> cells = table.rows().get(row);
      for (int column = 0; column < cells.size(); column++) {
        fill(sheet, row + 1, column, cells.get(column));
      }
    }
    if (!table.rows().isEmpty()) {
      sheet.setAutoFilter(0, 0, table.rows().size(), table.columns().size() - 1);
    }
    sheet.finish();
  }

  private static void fill(Worksheet sheet, int row, int column, TableCell cell)
      throws IOException {
    if (cell instanceof TableCell.Numeral number) {
      sheet.value(row, column, number.value());
    } else if (cell instanceof TableCell.Text text && !text.text().isEmpty()) {
      SheetLimits.checkText(text.text(), "the name of a place");
      sheet.inlineString(row, column, CellText.of(text.text()));
    }
  }

  private static int width(ReportTable table, int column) {
    int widest = table.columns().get(column).word().length() + FOR_THE_ARROW;
    for (List<TableCell> row : table.rows()) {
      if (row.get(column) instanceof TableCell.Text text) {
        widest = Math.max(widest, text.text().length() + 1);
      }
    }
    return Math.min(WIDEST, Math.max(NARROWEST, widest));
  }
}
