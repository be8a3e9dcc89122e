package dev.vidiexport.sinks.parquet;

import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkTarget;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.parquet.schema.MessageType;

/** Writes rows as Parquet. */
final class ParquetSink implements Sink {
  private final OutputStream host;
  private final ParquetColumnNames names;
  private final PageCompressor compressor;
  private final ParquetRows rows;

  private ParquetSink(
      OutputStream host, ParquetColumnNames names, PageCompressor compressor, ParquetRows rows) {
    this.host = host;
    this.names = names;
    this.compressor = compressor;
    this.rows = rows;
  }

  static ParquetSink open(SinkContext context) throws IOException {
    OutputStream host = ((SinkTarget.Bytes) context.target()).stream();
    SinkOptions options = context.options();
    ParquetColumnNames names = ParquetColumnNames.of(context);
    MessageType schema = FileSchema.of(context, names.all());
    RowGroupSizes sizes =
        RowGroupSizes.of(
            options.whole(ParquetSinkProvider.ROW_GROUP_BYTES), context.schema().size());
    PageCompressor compressor =
        NativeCode.load(Compression.ofOptionValue(options.text(ParquetSinkProvider.COMPRESSION)));
    try {
      return new ParquetSink(
          host,
          names,
          compressor,
          ParquetRows.begin(
              new HostFile(host),
              schema,
              sizes,
              compressor,
              new RowGroupParts(context.schema(), sizes.partBytes())));
    } catch (IOException | RuntimeException e) {
      compressor.release();
      throw e;
    }
  }

  @Override
  public void write(RowBatch batch) throws IOException {
    rows.write(batch);
  }

  @Override
  public void commit(Provenance provenance) throws IOException {
    rows.end(FooterMetadata.of(provenance, names.renamed()));
    host.flush();
  }

  @Override
  public void close() {
    // Ending the file would write the footer, and a part of the rows would look like all.
    compressor.release();
  }
}
