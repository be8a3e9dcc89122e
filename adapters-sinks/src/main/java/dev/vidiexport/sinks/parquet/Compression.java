package dev.vidiexport.sinks.parquet;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** How pages are compressed, and what the option is called for it. */
enum Compression {
  ZSTD(CompressionCodecName.ZSTD),
  SNAPPY(CompressionCodecName.SNAPPY),
  GZIP(CompressionCodecName.GZIP),
  NONE(CompressionCodecName.UNCOMPRESSED);

  private final CompressionCodecName codec;

  Compression(CompressionCodecName codec) {
    this.codec = codec;
  }

  static List<String> names() {
    return Stream.of(values()).map(Compression::optionValue).toList();
  }

  static Compression ofOptionValue(String value) {
    return valueOf(value.toUpperCase(Locale.ROOT));
  }

  String optionValue() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What Parquet calls it. */
  CompressionCodecName codec() {
    return codec;
  }
}
