package dev.vidiexport.sinks.xlsx;

import org.dhatim.fastexcel.Worksheet;

/** A name above a column. */
final class HeaderCell {
  private HeaderCell() {}

  static void fill(Worksheet sheet, int row, int column, String name) {
    sheet.inlineString(row, column, CellText.of(name));
    sheet.style(row, column).bold().set();
  }
}
