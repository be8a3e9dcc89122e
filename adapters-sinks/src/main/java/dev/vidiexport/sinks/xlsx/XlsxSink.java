package dev.vidiexport.sinks.xlsx;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkTarget;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/** Writes one sheet after the other, batch by batch, and at last one that tells of them. */
final class XlsxSink implements Sink {
  private static final String SHEET = "export";

  /** The library hands on half a KiB at a time. */
  private static final int BUFFER_BYTES = 32 * 1024;

  private final SinkContext context;
  private final Schema schema;
  private final int rowsPerSheet;
  private final OutputStream output;
  private final Workbook workbook;
  private final Widths widths;
  private @Nullable DataSheet sheet;
  private int sheets;

  /** The rows of the sheets that are complete. */
  private long written;

  /**
   * Opens a sink.
   *
   * @param rowsPerSheet how many rows a sheet takes, at least 1
   * @param mostBytes how many bytes the workbook may have
   * @throws IOException when a sheet cannot have these columns
   */
  XlsxSink(SinkContext context, int rowsPerSheet, long mostBytes) throws IOException {
    this.context = context;
    schema = context.schema();
    SheetLimits.checkColumns(schema.size());
    for (Column column : schema.columns()) {
      SheetLimits.checkText(column.name(), "the name of a column");
    }
    this.rowsPerSheet = rowsPerSheet;
    widths = new Widths(schema);
    output =
        new BufferedOutputStream(
            new LimitedOutput(((SinkTarget.Bytes) context.target()).stream(), mostBytes),
            BUFFER_BYTES);
    workbook = new Workbook(output, "vidiexport", null);
  }

  @Override
  public void write(RowBatch rows) throws IOException {
    if (sheet == null) {
      widths.fit(rows);
    }
    int from = 0;
    while (from < rows.rows()) {
      DataSheet current = sheetWithRoom();
      int to = Math.min(rows.rows(), from + rowsPerSheet - current.rows());
      current.write(rows, from, to, written);
      from = to;
    }
  }

  private DataSheet sheetWithRoom() throws IOException {
    DataSheet current = sheet;
    if (current == null) {
      return beginSheet();
    }
    if (current.rows() < rowsPerSheet) {
      return current;
    }
    // The library writes one sheet at a time, and forgets the cells of one that is finished.
    finish(current);
    return beginSheet();
  }

  private DataSheet beginSheet() {
    sheets++;
    String name = sheets == 1 ? SHEET : SHEET + " (" + sheets + ")";
    DataSheet begun = new DataSheet(workbook.newWorksheet(name), schema, widths);
    sheet = begun;
    return begun;
  }

  private void finish(DataSheet complete) throws IOException {
    complete.finish();
    written += complete.rows();
  }

  @Override
  public void commit(Provenance provenance) throws IOException {
    DataSheet last = sheet;
    finish(last == null ? beginSheet() : last);
    new AboutSheet(workbook.newWorksheet(AboutSheet.NAME)).write(context, provenance, sheets);
    // The library notes the time of day. Packed, that would make the size differ from run to run.
    workbook.setCompressionLevel(Deflater.NO_COMPRESSION);
    workbook.finish();
    output.flush();
  }

  @Override
  public void close() {
    // Nothing is held but memory. Closing the workbook would write the rest of a failed attempt.
  }
}
