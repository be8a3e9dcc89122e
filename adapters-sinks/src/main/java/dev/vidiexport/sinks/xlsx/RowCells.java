package dev.vidiexport.sinks.xlsx;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.sinks.text.TimestampWriter;
import java.io.IOException;
import org.dhatim.fastexcel.Worksheet;

/**
 * Fills the cells of a sheet. What Excel cannot hold as a number or a date is a text, and no text
 * is a formula. Texts stand in their cells: the table of shared strings, which Excel itself writes,
 * would be held in memory to the end.
 */
final class RowCells {
  private static final String DAY = "yyyy-mm-dd";

  private final Worksheet sheet;
  private final Column[] columns;
  private final FormatRuns formats;
  private final TimestampWriter timestamps = new TimestampWriter();

  RowCells(Worksheet sheet, Schema schema) {
    this.sheet = sheet;
    columns = schema.columns().toArray(new Column[0]);
    formats = new FormatRuns(sheet, columns.length);
  }

  /**
   * Fills one row.
   *
   * @param rows where the values are
   * @param row which of them
   * @param at the row of the sheet, from 0 on
   * @param number the row of the export, from 1 on, for messages
   * @throws IOException when a text does not fit into a cell
   */
  void fill(RowBatch rows, int row, int at, long number) throws IOException {
    boolean empty = true;
    // From the last one on, because the library makes a row as long as the first cell asks for.
    for (int column = columns.length - 1; column >= 0; column--) {
      if (!rows.isNull(row, column)) {
        empty = false;
        fillCell(rows, row, column, at, number);
      }
    }
    if (empty) {
      // A row without any cell would not be in the sheet at all.
      sheet.style(at, 0).horizontalAlignment("general").set();
    }
  }

  /** Ends what {@link #fill} has begun, before the sheet is flushed. */
  void end() {
    formats.end();
  }

  private void fillCell(RowBatch rows, int row, int column, int at, long number)
      throws IOException {
    switch (columns[column].type()) {
      case WHOLE -> fillWhole(at, column, rows.whole(row, column));
      case DECIMAL -> fillDecimal(at, column, rows.decimal(row, column));
      case BOOLEAN -> sheet.value(at, column, rows.truth(row, column));
      case TIMESTAMP -> fillTime(at, column, rows.timestampMicros(row, column));
      case NESTED -> fillText(at, column, rows.text(row, column), number);
      case TEXT -> {
        String text = rows.text(row, column);
        if (columns[column].meaning() == ColumnMeaning.DATE) {
          fillDay(at, column, text, number);
        } else {
          fillText(at, column, text, number);
        }
      }
    }
  }

  private void fillWhole(int at, int column, long whole) {
    if (CellNumber.holds(whole)) {
      sheet.value(at, column, whole);
    } else {
      sheet.inlineString(at, column, Long.toString(whole));
    }
  }

  private void fillDecimal(int at, int column, double decimal) {
    if (CellNumber.holds(decimal)) {
      sheet.value(at, column, decimal);
    } else {
      sheet.inlineString(at, column, Double.toString(decimal));
    }
  }

  private void fillTime(int at, int column, long micros) {
    if (ExcelTime.holds(micros)) {
      sheet.value(at, column, ExcelTime.number(micros));
      formats.add(at, column, ExcelTime.formatOf(micros));
    } else {
      sheet.inlineString(at, column, timestamps.write(micros));
    }
  }

  private void fillDay(int at, int column, String text, long number) throws IOException {
    long day = DayText.read(text);
    if (ExcelTime.holdsDay(day)) {
      sheet.value(at, column, ExcelTime.dayNumber(day));
      formats.add(at, column, DAY);
    } else {
      fillText(at, column, text, number);
    }
  }

  private void fillText(int at, int column, String text, long number) throws IOException {
    if (text.length() > SheetLimits.MOST_CHARACTERS) {
      SheetLimits.checkText(
          text, "row %s, column \"%s\"".formatted(number, columns[column].name()));
    }
    sheet.inlineString(at, column, CellText.of(text));
  }
}
