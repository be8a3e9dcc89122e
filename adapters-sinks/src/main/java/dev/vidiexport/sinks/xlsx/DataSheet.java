package dev.vidiexport.sinks.xlsx;

import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import java.io.IOException;
import org.dhatim.fastexcel.Worksheet;

/** A sheet of rows below the names of their columns, which stay in sight and can be filtered by. */
final class DataSheet {
  private final Worksheet sheet;
  private final int columns;
  private final RowCells cells;
  private int rows;

  /** Begins a sheet: the names, and all that it tells before its rows. */
  DataSheet(Worksheet sheet, Schema schema, Widths widths) {
    this.sheet = sheet;
    columns = schema.size();
    cells = new RowCells(sheet, schema);
    for (int column = 0; column < columns; column++) {
      HeaderCell.fill(sheet, 0, column, schema.column(column).name());
      sheet.width(column, widths.of(column));
    }
    sheet.freezePane(0, 1);
  }

  /** How many rows it has, below the names. */
  int rows() {
    return rows;
  }

  /**
   * Writes some of the rows of a batch, for which there must be room.
   *
   * @param batch where they are
   * @param from the first of them
   * @param to the one behind the last
   * @param written how many rows earlier sheets have
   * @throws IOException when a text does not fit into a cell, or the workbook takes no more
   */
  void write(RowBatch batch, int from, int to, long written) throws IOException {
    for (int row = from; row < to; row++) {
      rows++;
      cells.fill(batch, row, rows, written + rows);
    }
    cells.end();
    sheet.flush();
  }

  /** Ends the sheet, of which nothing stays in memory but what the library keeps of it. */
  void finish() throws IOException {
    sheet.setAutoFilter(0, 0, rows, columns - 1);
    sheet.finish();
  }
}
