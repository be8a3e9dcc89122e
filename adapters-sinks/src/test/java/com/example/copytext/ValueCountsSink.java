package com.example.copytext;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Kind FILE: a line a column, with the number of its values that are not null. */
final class ValueCountsSink implements Sink {
  private final Path path;
  private final List<Column> columns;
  private final long[] values;
  private boolean committed;

  ValueCountsSink(SinkContext context) {
    path = ((SinkTarget.File) context.target()).path();
    columns = context.schema().columns();
    values = new long[columns.size()];
  }

  @Override
  public void write(RowBatch rows) {
    for (int row = 0; row < rows.rows(); row++) {
      for (int column = 0; column < values.length; column++) {
        values[column] += rows.isNull(row, column) ? 0 : 1;
      }
    }
  }

  @Override
  public void commit(Provenance provenance) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Column column : columns) {
      lines.add(values[lines.size()] + " " + column.name());
    }
    Files.write(path, lines, StandardOpenOption.CREATE_NEW);
    committed = true;
  }

  @Override
  public void close() throws IOException {
    if (!committed) {
      Files.deleteIfExists(path);
    }
  }
}
