package dev.vidiexport.spi.flaws;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkTarget;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A sink that does everything right, and writes rows as they come; for BYTES and FILE. */
class SteadySink implements Sink {
  private final int columns;
  private final Optional<Path> file;
  private final DataOutputStream out;
  private boolean committed;
  private boolean closed;

  SteadySink(SinkContext context) throws IOException {
    columns = context.schema().size();
    file =
        context.target() instanceof SinkTarget.File target
            ? Optional.of(target.path())
            : Optional.empty();
    out = new DataOutputStream(new BufferedOutputStream(stream(context.target())));
    PlainTable.writeNames(out, context.schema().columns().stream().map(Column::name).toList());
  }

  private static OutputStream stream(SinkTarget target) throws IOException {
    return target instanceof SinkTarget.File file
        ? Files.newOutputStream(file.path())
        : ((SinkTarget.Bytes) target).stream();
  }

  @Override
  public void write(RowBatch batch) throws IOException {
    for (int row = 0; row < batch.rows(); row++) {
      writeRow(batch, row);
    }
  }

  final void writeRow(RowBatch batch, int row) throws IOException {
    List<Object> values = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      values.add(PlainTable.valueOf(batch, row, column));
    }
    PlainTable.writeRow(out, values);
  }

  @Override
  public void commit(Provenance provenance) throws IOException {
    PlainTable.writeEnd(out);
    out.flush();
    committed = true;
  }

  @Override
  public void close() throws IOException {
    if (closed || file.isEmpty()) {
      return;
    }
    closed = true;
    try {
      out.close();
    } finally {
      if (!committed) {
        Files.deleteIfExists(file.get());
      }
    }
  }
}
