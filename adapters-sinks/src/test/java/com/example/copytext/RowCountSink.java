package com.example.copytext;

import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Kind EXTERNAL: puts the number of rows into a folder that is there, as {@code rows.txt}. */
final class RowCountSink implements Sink {
  private final Path folder;
  private final Path part;
  private long count;

  RowCountSink(SinkContext context) throws IOException {
    String output = ((SinkTarget.External) context.target()).name();
    try {
      folder = Path.of(output);
    } catch (InvalidPathException invalid) {
      throw new IOException("the output must be the name of a folder", invalid);
    }
    part = Files.createTempFile(folder, ".rows-", ".part");
  }

  @Override
  public void write(RowBatch rows) {
    count += rows.rows();
  }

  /** One step makes all of it visible, like the COMMIT of a database. */
  @Override
  public void commit(Provenance provenance) throws IOException {
    Files.writeString(part, count + "\n");
    Files.move(part, folder.resolve("rows.txt"), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(part);
  }
}
