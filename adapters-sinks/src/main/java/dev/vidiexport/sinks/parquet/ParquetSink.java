package dev.vidiexport.sinks.parquet;

import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkTarget;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.schema.MessageType;

/** Writes rows as Parquet. */
final class ParquetSink implements Sink {
  private final OutputStream host;
  private final WrittenNames names;
  private final RowWriteSupport support;
  private final Codecs codecs;
  private final ParquetWriter<CurrentRow> writer;

  private ParquetSink(
      OutputStream host,
      WrittenNames names,
      RowWriteSupport support,
      Codecs codecs,
      ParquetWriter<CurrentRow> writer) {
    this.host = host;
    this.names = names;
    this.support = support;
    this.codecs = codecs;
    this.writer = writer;
  }

  static ParquetSink open(SinkContext context) throws IOException {
    OutputStream host = ((SinkTarget.Bytes) context.target()).stream();
    SinkOptions options = context.options();
    WrittenNames names = WrittenNames.of(context.schema());
    MessageType schema = FileSchema.of(context.schema(), names.all());
    RowWriteSupport support = new RowWriteSupport(schema, names.all());
    Compression compression =
        Compression.ofOptionValue(options.text(ParquetSinkProvider.COMPRESSION));
    RowWriterBuilder builder =
        new RowWriterBuilder(new HostFile(host), support)
            .withSizes(
                RowGroupSizes.of(
                    options.whole(ParquetSinkProvider.ROW_GROUP_BYTES), context.schema().size()))
            .withCompressionCodec(compression.codec());
    Codecs codecs = Codecs.open(compression);
    try {
      return new ParquetSink(
          host, names, support, codecs, builder.withCodecFactory(codecs).build());
    } catch (IOException | RuntimeException e) {
      codecs.release();
      throw e;
    }
  }

  @Override
  public void write(RowBatch rows) throws IOException {
    CurrentRow row = new CurrentRow(rows);
    while (row.next()) {
      writer.write(row);
    }
  }

  @Override
  public void commit(Provenance provenance) throws IOException {
    support.addToFooter(Footer.of(provenance, names.renamed()));
    writer.close();
    host.flush();
  }

  @Override
  public void close() {
    // Closing the writer would write the footer, and a part of the rows would look like all.
    codecs.release();
  }
}
