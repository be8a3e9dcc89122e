package dev.vidiexport.sinks.xlsx;

import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.SinkContext;
import java.io.IOException;
import org.dhatim.fastexcel.Worksheet;

/** The last sheet: what was asked for, what came, and what the columns are. */
final class AboutSheet {
  static final String NAME = "about";

  private static final int NAME_WIDTH = 30;
  private static final int VALUE_WIDTH = 60;

  private final Worksheet sheet;
  private int row;

  AboutSheet(Worksheet sheet) {
    this.sheet = sheet;
  }

  /**
   * Writes all of it.
   *
   * @param context tells what the columns of the rows are
   * @param provenance where the rows came from
   * @param sheets on how many sheets they are
   * @throws IOException when the workbook does not take it
   */
  void write(SinkContext context, Provenance provenance, int sheets) throws IOException {
    header("argument", "value");
    provenance.request().forEach(this::text);
    row++;
    header("export", "value");
    provenance.creationDate().ifPresent(date -> text("creation_date", date));
    number("rows", provenance.rows());
    number("sheets", sheets);
    text("vidiexport", provenance.programVersion());
    row++;
    row = Dictionary.of(context).write(sheet, row);
    sheet.width(0, NAME_WIDTH);
    sheet.width(1, VALUE_WIDTH);
    sheet.finish();
  }

  private void header(String name, String value) {
    HeaderCell.fill(sheet, row, 0, name);
    HeaderCell.fill(sheet, row, 1, value);
    row++;
  }

  /** A list of many ids can be longer than a cell holds: it goes on in the cells below. */
  private void text(String name, String value) {
    sheet.inlineString(row, 0, CellText.of(name));
    for (String piece : CellPieces.of(value)) {
      sheet.inlineString(row++, 1, CellText.of(piece));
    }
  }

  private void number(String name, long value) {
    sheet.inlineString(row, 0, name);
    sheet.value(row++, 1, value);
  }
}
