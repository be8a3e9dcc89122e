package dev.vidiexport.sinks.parquet;

import dev.vidiexport.spi.OptionKind;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkCheck;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOption;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.TargetKind;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * The format {@code parquet}: columns with types, compressed, for engines that analyse. Immutable.
 */
public final class ParquetSinkProvider implements SinkProvider {
  static final String COMPRESSION = "compression";
  static final String ROW_GROUP_BYTES = "row-group-bytes";

  /** Below this a file is more footer than rows. */
  private static final long LEAST_ROW_GROUP_BYTES = 64 * 1024;

  private static final long MOST_ROW_GROUP_BYTES = 1024 * 1024 * 1024;

  private static final List<SinkOption> OPTIONS =
      List.of(
          SinkOption.of(
              COMPRESSION,
              new OptionKind.Choice(Compression.names()),
              Compression.ZSTD.optionValue(),
              "Compresses the pages; zstd and snappy run native code, gzip and none do not."),
          SinkOption.of(
              ROW_GROUP_BYTES,
              new OptionKind.Whole(LEAST_ROW_GROUP_BYTES, MOST_ROW_GROUP_BYTES),
              Integer.toString(32 * 1024 * 1024),
              "The most bytes of rows that are held in memory and written together."));

  /** For the service loader. */
  public ParquetSinkProvider() {}

  @Override
  public int spiVersion() {
    return SPI_VERSION;
  }

  @Override
  public String format() {
    return "parquet";
  }

  @Override
  public Set<String> fileExtensions() {
    return Set.of("parquet");
  }

  @Override
  public TargetKind targetKind() {
    return TargetKind.BYTES;
  }

  @Override
  public List<SinkOption> options() {
    return OPTIONS;
  }

  @Override
  public boolean takesNonFinite() {
    return true;
  }

  /** Loads the native code, which not every folder for temporary files lets run. */
  @Override
  public void check(SinkCheck check) throws IOException {
    NativeCode.load(Compression.ofOptionValue(check.options().text(COMPRESSION))).release();
  }

  @Override
  public Sink open(SinkContext context) throws IOException {
    return ParquetSink.open(context);
  }
}
