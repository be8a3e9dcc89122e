package com.example.xlsx;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.Deflater;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes one sheet, batch by batch. Texts stand in their cells: the table of shared strings, which
 * Excel itself writes, would be held in memory to the end.
 */
final class XlsxSink implements Sink {
  private static final String SHEET = "export";

  private final Schema schema;
  private final Workbook workbook;
  private final Worksheet sheet;
  private final Widths widths;
  private boolean begun;
  private int rowsWritten;

  XlsxSink(OutputStream stream, Schema schema) throws IOException {
    SheetLimits.checkColumns(schema.size());
    for (Column column : schema.columns()) {
      SheetLimits.checkText(column.name(), "the name of a column");
    }
    this.schema = schema;
    widths = new Widths(schema);
    workbook = new Workbook(stream, "vidiexport", null);
    sheet = workbook.newWorksheet(SHEET);
  }

  @Override
  public void write(RowBatch rows) throws IOException {
    begin(rows);
    for (int row = 0; row < rows.rows(); row++) {
      SheetLimits.checkRow(rowsWritten + 1L);
      rowsWritten++;
      writeRow(rows, row);
    }
    sheet.flush();
  }

  /** The names, and all that a sheet tells before its rows. */
  private void begin(RowBatch rows) {
    if (!begun) {
      widths.fit(rows);
      begin();
    }
  }

  private void begin() {
    begun = true;
    for (int column = 0; column < schema.size(); column++) {
      sheet.inlineString(0, column, CellText.of(schema.column(column).name()));
      sheet.style(0, column).bold().set();
      sheet.width(column, widths.of(column));
    }
    sheet.freezePane(0, 1);
  }

  private void writeRow(RowBatch rows, int row) throws IOException {
    boolean empty = true;
    for (int column = 0; column < schema.size(); column++) {
      if (!rows.isNull(row, column)) {
        empty = false;
        writeCell(rows, row, column);
      }
    }
    if (empty) {
      // A row without any cell would not be in the sheet at all.
      sheet.style(rowsWritten, 0).horizontalAlignment("general").set();
    }
  }

  private void writeCell(RowBatch rows, int row, int column) throws IOException {
    switch (schema.column(column).type()) {
      case WHOLE -> writeWhole(column, rows.whole(row, column));
      case DECIMAL -> writeDecimal(column, rows.decimal(row, column));
      case BOOLEAN -> sheet.value(rowsWritten, column, rows.truth(row, column));
      case TIMESTAMP -> writeTime(column, rows.timestamp(row, column));
      case TEXT, NESTED -> writeText(column, rows.text(row, column));
    }
  }

  private void writeWhole(int column, long whole) {
    if (CellNumber.holds(whole)) {
      sheet.value(rowsWritten, column, whole);
    } else {
      sheet.inlineString(rowsWritten, column, Long.toString(whole));
    }
  }

  private void writeDecimal(int column, double decimal) {
    if (CellNumber.holds(decimal)) {
      sheet.value(rowsWritten, column, decimal);
    } else {
      sheet.inlineString(rowsWritten, column, Double.toString(decimal));
    }
  }

  private void writeTime(int column, LocalDateTime time) {
    if (ExcelTime.holds(time)) {
      sheet.value(rowsWritten, column, time);
      sheet.style(rowsWritten, column).format(ExcelTime.formatOf(time)).set();
    } else {
      sheet.inlineString(rowsWritten, column, ExcelTime.text(time));
    }
  }

  private void writeText(int column, String text) throws IOException {
    if (text.length() > SheetLimits.MOST_CHARACTERS) {
      SheetLimits.checkText(
          text, "row %s, column \"%s\"".formatted(rowsWritten, schema.column(column).name()));
    }
    sheet.inlineString(rowsWritten, column, CellText.of(text));
  }

  @Override
  public void commit(Provenance provenance) throws IOException {
    if (!begun) {
      begin();
    }
    sheet.setAutoFilter(0, 0, rowsWritten, schema.size() - 1);
    workbook.properties().setDescription(Origin.text(provenance));
    sheet.finish();
    // The library notes the time of day. Packed, that would make the size differ from run to run.
    workbook.setCompressionLevel(Deflater.NO_COMPRESSION);
    workbook.finish();
  }

  @Override
  public void close() {
    // Nothing is held but memory. Closing the workbook would write the rest of a failed attempt.
  }
}
